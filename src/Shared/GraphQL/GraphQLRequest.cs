using System.Text.Json;

namespace SystemDesign.GraphQL;

/// <summary>What a client asks for.</summary>
/// <param name="Document">The text that holds the operation.</param>
public sealed record GraphQLRequest(string Document)
{
    /// <summary>Which of the document's operations; nothing, if there is one only.</summary>
    public string? OperationName { get; init; }

    /// <summary>An object, or nothing.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>Whether a mutation is to be refused, since the client came by a way that is safe by its nature.</summary>
    public bool IsReadOnly { get; init; }
}
