using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Neighbouring places of a <see cref="CodeSequence"/>, leased for good: nobody gets them again, used or not.</summary>
/// <param name="First">From 0.</param>
/// <param name="End">The first behind them.</param>
/// <param name="Length">Letters.</param>
internal sealed record CodePlaces(long First, long End, int Length)
{
    /// <returns>By place; nothing where the code is a word that no link may have.</returns>
    public IReadOnlyList<string?> CodesIn(PermutedCodes order)
    {
        var codes = new string?[End - First];
        for (var index = 0; index < codes.Length; index++)
        {
            var code = order.CodeAt(First + index, Length);
            codes[index] = LinkCode.IsReserved(code) ? null : code;
        }

        return codes;
    }
}
