using Microsoft.AspNetCore.Http;

namespace SystemDesign.GraphQL.Explorer;

/// <summary>A script, the style or the icon.</summary>
internal sealed class ExplorerFile
{
    private readonly byte[] content;
    private readonly string type;

    private ExplorerFile(string name, string type)
    {
        Route = $"{ExplorerResources.Version}/{name}";
        this.type = type;
        content = ExplorerResources.Read(name);
    }

    public static IReadOnlyList<ExplorerFile> All { get; } =
    [
        .. from name in ExplorerResources.Names
           let type = TypeOf(Path.GetExtension(name))
           where type is not null
           select new ExplorerFile(name, type),
    ];

    /// <summary>Below the page. It changes when any of them does, so that a browser may keep what it has, and never mixes two builds.</summary>
    public string Route { get; }

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    /// <summary>Nothing for what is not served as it is: the page, which is filled in first.</summary>
    private static string? TypeOf(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
