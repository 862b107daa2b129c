namespace SystemDesign.Platform.Design;

/// <summary>A box of the diagram. Its spans are those of the arrows that lead to it, and those that begin in it.</summary>
/// <param name="Id" example="redirects">Kebab case, unique in the drawing.</param>
/// <param name="Title" example="Redirects">For people.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">What it does here.</param>
public sealed record Box(string Id, string Title, BoxKind Kind, string Description)
{
    /// <summary>Spans that begin a trace here, of the box's own accord: at a time, say, and not at a request.</summary>
    public IReadOnlyList<SpanName> Begins { get; init; } = [];
}
