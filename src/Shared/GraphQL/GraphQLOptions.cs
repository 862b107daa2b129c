namespace SystemDesign.GraphQL;

public sealed record GraphQLOptions
{
    public GraphQLLimits Limits { get; init; } = new();

    /// <summary>What the client is told of an exception; nothing, if it is told no more than that something went wrong.</summary>
    public Func<Exception, GraphQLFailure?> Describe { get; init; } = GraphQLFailure.Of;

    /// <summary>Hears of the exceptions that the client is not told of, with the path of the field.</summary>
    public Action<Exception, string> Report { get; init; } = (_, _) => { };

    /// <summary>Characters of documents that are kept parsed and validated.</summary>
    public int DocumentCacheSize { get; init; } = 4_000_000;
}
