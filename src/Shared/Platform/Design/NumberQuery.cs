using System.Globalization;
using Microsoft.AspNetCore.Http;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Errors;

namespace SystemDesign.Platform.Design;

/// <summary>Reads a number's inputs out of a query, such as <c>?linksPerSecond=200&amp;years=5</c>.</summary>
internal static class NumberQuery
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <exception cref="InvalidException">The number has no such input, or its value is out of its limits; names it.</exception>
    public static NumberInputs Read(Number number, IQueryCollection query)
    {
        var given = new Dictionary<string, decimal>();
        foreach (var (name, text) in query)
        {
            var input = number.Inputs.FirstOrDefault(input => input.Name == name)
                ?? throw Refuse(name, $"This number has no such input. It has {string.Join(", ", number.Inputs.Select(input => input.Name))}.");
            given[name] = decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) && Takes(input, value)
                ? value
                : throw Refuse(name, FormattableString.Invariant(
                    $"'{name}' is one {(input.Whole ? "whole number" : "number")} from {input.Minimum} to {input.Maximum} ({input.Unit})."));
        }

        return new(number.Inputs, given);
    }

    private static bool Takes(NumberInput input, decimal value) =>
        value >= input.Minimum && value <= input.Maximum && (!input.Whole || decimal.IsInteger(value));

    private static InvalidException Refuse(string field, string detail) => new(ProblemCodes.InvalidInput, detail, field);
}
