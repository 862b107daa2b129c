namespace SystemDesign.GraphQL.Schema;

/// <summary>An input object (section 3.10), read into a <typeparamref name="T"/>.</summary>
public sealed class InputType<T> : GraphQLType<T>
{
    private readonly InputDefinition definition;
    private Func<InputValues, T>? read;

    internal InputType(InputDefinition definition)
    {
        this.definition = definition;
        Type = new NonNull(definition);
    }

    internal override SchemaType Type { get; }

    public InputType<T> Fields(params IEnumerable<IInputValue> fields)
    {
        foreach (var field in fields)
        {
            definition.Add(field.Definition);
        }

        return this;
    }

    public InputType<T> ReadAs(Func<InputValues, T> create)
    {
        read = create;
        return this;
    }

    internal override T Read(object? coerced) => read is null
        ? throw new InvalidOperationException($"{definition.Name} is not said how to be read: call {nameof(ReadAs)}.")
        : read((InputValues)coerced!);

    internal override object? Write(T value) => throw new InvalidOperationException($"{definition.Name} is an input, and has no default value.");
}
