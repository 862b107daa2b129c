namespace SystemDesign.Platform.Design;

/// <summary>The values that one calculation works with: what the client gave, and the defaults of the rest.</summary>
/// <param name="inputs">All that the number declares.</param>
/// <param name="given">By name; those left out have their default.</param>
public sealed class NumberInputs(IEnumerable<NumberInput> inputs, IReadOnlyDictionary<string, decimal> given)
{
    private readonly Dictionary<string, decimal> values =
        inputs.ToDictionary(input => input.Name, input => given.GetValueOrDefault(input.Name, input.Default));

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, decimal> Values => values;

    /// <exception cref="KeyNotFoundException">The number does not declare this input, so no client could set it.</exception>
    public decimal Of(NumberInput input) => values[input.Name];
}
