using System.ComponentModel.DataAnnotations;
using SystemDesign.UrlShortener.Domain.Codes;

namespace SystemDesign.UrlShortener.Domain.Capacity;

/// <summary>Section <c>UrlShortener:Capacity</c>: what is expected, from which follows how long generated codes are.</summary>
internal sealed class CapacityOptions
{
    /// <summary>Links that are made a second, on average; more than 0, and at most 1,000,000.</summary>
    public decimal LinksPerSecond { get; set; } = CapacityInput.LinksPerSecond.Default;

    /// <summary>How long links are made, and kept; of 365 days; more than 0, and at most 100.</summary>
    public decimal Years { get; set; } = CapacityInput.Years.Default;

    /// <returns>Letters: the fewest that make more codes than there will be links.</returns>
    public int CodeLength() => CodeSpace.LengthFor(Demand.LinksIn(Years, LinksPerSecond));

    /// <param name="section">Where these settings stand.</param>
    public IEnumerable<ValidationResult> Validate(string section)
    {
        if (LinksPerSecond <= 0 || LinksPerSecond > CapacityInput.LinksPerSecond.Maximum)
        {
            yield return Set($"{section}:{nameof(LinksPerSecond)} to more than 0 and at most {CapacityInput.LinksPerSecond.Maximum}, or leave it out.");
        }
        else if (Years <= 0 || Years > CapacityInput.Years.Maximum)
        {
            yield return Set($"{section}:{nameof(Years)} to more than 0 and at most {CapacityInput.Years.Maximum}, or leave it out.");
        }
        else if (CodeLength() is < PermutedCodes.MinimumLength or > PermutedCodes.MaximumLength)
        {
            var lengths = $"{PermutedCodes.MinimumLength} to {PermutedCodes.MaximumLength}";
            yield return Set($"{section}:{nameof(LinksPerSecond)} and :{nameof(Years)} so that codes have {lengths} letters: these make it {CodeLength()}.");
        }
    }

    private static ValidationResult Set(FormattableString what) => new($"Set {FormattableString.Invariant(what)}");
}
