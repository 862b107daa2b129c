namespace SystemDesign.GraphQL.Explorer;

/// <summary>A document that the explorer offers to begin with.</summary>
/// <param name="Name">For people, in a list.</param>
/// <param name="Document">Shown as it is written here.</param>
/// <param name="Variables">A JSON object, shown as it is written here; nothing, if the document takes none.</param>
public sealed record ExampleQuery(string Name, string Document, string? Variables = null);
