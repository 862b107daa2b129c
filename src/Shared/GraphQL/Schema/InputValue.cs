namespace SystemDesign.GraphQL.Schema;

/// <summary>An argument of a field, or a field of an input object, and the key under which its value is had.</summary>
public sealed class InputValue<T>(string name, GraphQLType<T> type, string? description = null) : IInputValue
{
    private bool hasDefault;
    private object? defaultValue;
    private string? deprecationReason;

    public string Name => name;

    InputValueDefinition IInputValue.Definition => new(name, description, type.Type, hasDefault, defaultValue, deprecationReason);

    /// <summary>What it is when the client does not give it. Input objects have none.</summary>
    public InputValue<T> DefaultsTo(T value)
    {
        hasDefault = true;
        defaultValue = type.Write(value);
        return this;
    }

    public InputValue<T> Deprecated(string reason)
    {
        deprecationReason = reason;
        return this;
    }

    internal T Read(object? coerced) => type.Read(coerced);
}
