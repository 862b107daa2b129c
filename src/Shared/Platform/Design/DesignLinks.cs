using SystemDesign.Platform.Http;
using SystemDesign.Platform.Modules;

namespace SystemDesign.Platform.Design;

/// <summary>Addresses on this server.</summary>
/// <param name="Design" example="/api/designs/url-shortener">The whole design.</param>
/// <param name="Diagram" example="/api/designs/url-shortener/diagram">The diagram, as Mermaid.</param>
/// <param name="OpenApi" example="/swagger/url-shortener/swagger.json">What each endpoint takes and answers.</param>
internal sealed record DesignLinks(string Design, string Diagram, string OpenApi)
{
    public static DesignLinks Of(IModule module)
    {
        var design = $"/api/{PlatformRoutes.Designs.Name}/{module.Name}";
        return new(design, $"{design}/diagram", $"{SwaggerDocuments.Path}/{module.Name}/swagger.json");
    }
}
