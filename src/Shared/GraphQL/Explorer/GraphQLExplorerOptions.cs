namespace SystemDesign.GraphQL.Explorer;

public sealed record GraphQLExplorerOptions
{
    /// <summary>The heading of the page, and its name in the browser's tab.</summary>
    public string Title { get; init; } = "GraphQL";

    /// <summary>The first of them is there when the page opens.</summary>
    public IReadOnlyList<ExampleQuery> Examples { get; init; } = [];
}
