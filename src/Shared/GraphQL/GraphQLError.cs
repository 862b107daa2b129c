namespace SystemDesign.GraphQL;

/// <summary>One entry of <c>errors</c> (October 2021, section 7.1.2).</summary>
/// <param name="Message">A sentence for a developer.</param>
public sealed record GraphQLError(string Message)
{
    /// <summary>What of the document is at fault; empty when nothing of it is.</summary>
    public IReadOnlyList<Location> Locations { get; init; } = [];

    /// <summary>Response keys and list indexes that lead to the field that failed; nothing for an error of the request.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>For programs: <c>code</c> and what else was found worth saying.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    internal static GraphQLError At(string message, params IEnumerable<Location> locations) => new(message) { Locations = [.. locations] };
}
