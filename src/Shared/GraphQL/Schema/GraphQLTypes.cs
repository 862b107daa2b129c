namespace SystemDesign.GraphQL.Schema;

/// <summary>Types made of types.</summary>
public static class GraphQLTypes
{
    /// <summary><c>[T!]!</c></summary>
    public static GraphQLType<IReadOnlyList<T>> List<T>(this GraphQLType<T> type) => new ListType<T>(type);

    public static GraphQLType<T?> OrNull<T>(this GraphQLType<T> type)
        where T : class => new NullableReferenceType<T>(type);

    public static GraphQLType<T?> OrNull<T>(this GraphQLType<T> type, T? _ = null)
        where T : struct => new NullableValueType<T>(type);
}
