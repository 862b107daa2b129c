namespace SystemDesign.GraphQL.Schema;

/// <summary>A handle to a scalar, with what its values are here.</summary>
internal sealed class ScalarType<T>(ScalarDefinition definition, Func<object, T> read, Func<T, object> write) : GraphQLType<T>
{
    internal override SchemaType Type { get; } = new NonNull(definition);

    internal override T Read(object? coerced) => read(coerced!);

    internal override object? Write(T value) => value is null ? null : write(value);
}
