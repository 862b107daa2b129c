namespace SystemDesign.Platform.Modules;

/// <summary>A Swagger document: the routes that belong together.</summary>
/// <param name="Name">Kebab case: the segment after <c>/api/</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="Summary">One sentence; Markdown.</param>
internal sealed record RouteDocument(string Name, string Title, string Summary)
{
    public static RouteDocument Of(IModule module) => new(module.Name, module.Title, module.Summary);
}
