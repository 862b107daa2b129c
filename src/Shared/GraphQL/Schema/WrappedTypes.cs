namespace SystemDesign.GraphQL.Schema;

internal sealed class ListType<T>(GraphQLType<T> of) : GraphQLType<IReadOnlyList<T>>
{
    internal override SchemaType Type { get; } = new NonNull(new ListOf(of.Type));

    internal override IReadOnlyList<T> Read(object? coerced) => [.. ((IReadOnlyList<object?>)coerced!).Select(of.Read)];

    internal override object? Write(IReadOnlyList<T> value) => value?.Select(of.Write).ToArray();
}

internal sealed class NullableReferenceType<T>(GraphQLType<T> of) : GraphQLType<T?>
    where T : class
{
    internal override SchemaType Type { get; } = of.Type.Nullable;

    internal override T? Read(object? coerced) => coerced is null ? null : of.Read(coerced);

    internal override object? Write(T? value) => value is null ? null : of.Write(value);
}

internal sealed class NullableValueType<T>(GraphQLType<T> of) : GraphQLType<T?>
    where T : struct
{
    internal override SchemaType Type { get; } = of.Type.Nullable;

    internal override T? Read(object? coerced) => coerced is null ? null : of.Read(coerced);

    internal override object? Write(T? value) => value is null ? null : of.Write(value.Value);
}
