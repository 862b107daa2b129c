using SystemDesign.Platform.Modules;

namespace SystemDesign.Platform.Design;

/// <summary>A case in a list.</summary>
/// <param name="Module" example="url-shortener">Its name in addresses.</param>
/// <param name="Title" example="UrlShortener">For people.</param>
/// <param name="Summary">What it does, in one sentence of Markdown.</param>
/// <param name="Links">Where the rest is.</param>
internal sealed record DesignSummary(string Module, string Title, string Summary, DesignLinks Links)
{
    public static DesignSummary Of(IModule module) => new(module.Name, module.Title, module.Summary, DesignLinks.Of(module));
}
