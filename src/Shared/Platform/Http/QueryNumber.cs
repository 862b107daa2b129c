using System.Globalization;

namespace SystemDesign.Platform.Http;

/// <summary>
/// A number in a query, for an endpoint to take as a parameter, such as <c>?years=0.5</c> or <c>?linksPerSecond=1e6</c>. The
/// framework's own reading of decimals takes <c>1,5</c>, and two values of one parameter, for 15.
/// </summary>
/// <param name="Value">Nothing if it is no number, which is for a validator to say, since it knows the field and its range.</param>
public readonly record struct QueryNumber(decimal? Value)
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>By the framework's convention for parameters: fails for a parameter that is not there, and for no other.</summary>
    public static bool TryParse(string? text, out QueryNumber number)
    {
        number = new(decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) ? value : null);
        return text is not null;
    }
}
