namespace SystemDesign.GraphQL.Schema;

/// <summary>What the client gave: the arguments of a field, or the fields of an input object, with the defaults of those that were left out.</summary>
public sealed class InputValues
{
    private readonly IReadOnlyDictionary<string, object?> coerced;

    internal InputValues(IReadOnlyDictionary<string, object?> coerced) => this.coerced = coerced;

    internal static InputValues None { get; } = new(new Dictionary<string, object?>());

    /// <summary>Whether it is there, be it as null or by default: what was left out is not.</summary>
    public bool Has(IInputValue input) => coerced.ContainsKey(input.Name);

    /// <returns>Null for what was left out, which only something that may be null can be.</returns>
    public T Get<T>(InputValue<T> input) => coerced.TryGetValue(input.Name, out var value) ? input.Read(value) : default!;

    internal object? this[string name] => coerced.GetValueOrDefault(name);
}
