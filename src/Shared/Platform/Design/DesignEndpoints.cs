using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Modules;

namespace SystemDesign.Platform.Design;

/// <summary>The cases' designs, for everybody: nothing in them is a secret.</summary>
internal static class DesignEndpoints
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Not <c>application/vnd.mermaid</c>, which a browser would save and not show.</summary>
    private const string Text = "text/plain; charset=utf-8";

    /// <summary>A design changes only with the build, and the entity tag tells whether it did.</summary>
    private const string CacheControl = "public, max-age=60";

    public static void Map(RouteGroupBuilder designs)
    {
        designs.MapGet(string.Empty, List)
            .Produces<DesignList>()
            .Produces(StatusCodes.Status304NotModified);
        designs.MapGet("/{module}", Read)
            .Produces<DesignDocument>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
        designs.MapGet("/{module}/diagram", ReadDiagram)
            .Produces<string>(StatusCodes.Status200OK, "text/plain")
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
        designs.MapGet("/{module}/numbers/{name}", ReadNumber)
            .WithMetadata(new NumberInputsParameter.Mark())
            .Produces<NumberDocument>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The cases that state their design.</summary>
    /// <param name="http">The request.</param>
    /// <param name="modules">From the container.</param>
    /// <param name="json">From the container.</param>
    /// <response code="200">All of them.</response>
    /// <response code="304">As <c>If-None-Match</c> has it.</response>
    private static FileContentHttpResult List(
        HttpContext http, IReadOnlyList<IModule> modules, IOptions<JsonOptions> json) =>
        Answer(http, new DesignList([.. modules.Where(module => module.Design is not null).Select(DesignSummary.Of)], null), json.Value);

    /// <summary>One design: interview, notes, nine steps, trade-offs.</summary>
    /// <param name="module" example="url-shortener">The case.</param>
    /// <param name="http">The request.</param>
    /// <param name="modules">From the container.</param>
    /// <param name="json">From the container.</param>
    /// <response code="200">The whole of it.</response>
    /// <response code="304">As <c>If-None-Match</c> has it.</response>
    /// <response code="404"><c>designs.unknown-case</c>: no case of this name states a design.</response>
    private static FileContentHttpResult Read(
        string module, HttpContext http, IReadOnlyList<IModule> modules, IOptions<JsonOptions> json)
    {
        var (found, design) = Find(modules, module);
        return Answer(http, DesignDocument.Of(found, design), json.Value);
    }

    /// <summary>The diagram of one design, as a Mermaid flowchart.</summary>
    /// <remarks>Paste it into https://mermaid.live, or into a Markdown file between <c>```mermaid</c> and <c>```</c>.</remarks>
    /// <param name="module" example="url-shortener">The case.</param>
    /// <param name="http">The request.</param>
    /// <param name="modules">From the container.</param>
    /// <response code="200">Text.</response>
    /// <response code="304">As <c>If-None-Match</c> has it.</response>
    /// <response code="404"><c>designs.unknown-case</c>: no case of this name states a design.</response>
    private static FileContentHttpResult ReadDiagram(string module, HttpContext http, IReadOnlyList<IModule> modules) =>
        Answer(http, Encoding.UTF8.GetBytes(MermaidFlowchart.Of(Find(modules, module).Design.Drawing)), Text);

    /// <summary>One number of a design, computed with inputs of your own.</summary>
    /// <param name="module" example="url-shortener">The case.</param>
    /// <param name="name" example="code-length">The number.</param>
    /// <param name="http">The request.</param>
    /// <param name="modules">From the container.</param>
    /// <param name="json">From the container.</param>
    /// <response code="200">The inputs that were used, and the figures.</response>
    /// <response code="304">As <c>If-None-Match</c> has it.</response>
    /// <response code="400"><c>invalid-input</c>: no such input, or out of its limits; <c>errors</c> says which.</response>
    /// <response code="404"><c>designs.unknown-case</c> or <c>designs.unknown-number</c>.</response>
    private static FileContentHttpResult ReadNumber(
        string module, string name, HttpContext http, IReadOnlyList<IModule> modules, IOptions<JsonOptions> json)
    {
        var numbers = Find(modules, module).Design.Numbers;
        var number = numbers.FirstOrDefault(number => number.Name == name)
            ?? throw new NotFoundException("designs.unknown-number", $"This design has the numbers {string.Join(", ", numbers.Select(number => number.Name))}.");
        return Answer(http, NumberDocument.Of(number, NumberQuery.Read(number, http.Request.Query)), json.Value);
    }

    private static (IModule Module, CaseDesign Design) Find(IReadOnlyList<IModule> modules, string name) =>
        modules.FirstOrDefault(module => module.Name == name) is { Design: { } design } module
            ? (module, SharedBoxes.Complete(design, modules))
            : throw new NotFoundException("designs.unknown-case", $"No case of this name states a design; see /api/{PlatformRoutes.Designs.Name}.");

    private static FileContentHttpResult Answer<T>(HttpContext http, T body, JsonOptions json) =>
        Answer(http, JsonSerializer.SerializeToUtf8Bytes(body, json.SerializerOptions), Json);

    private static FileContentHttpResult Answer(HttpContext http, byte[] content, string contentType)
    {
        http.Response.Headers.CacheControl = CacheControl;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
        return TypedResults.Bytes(content, contentType, entityTag: tag);
    }
}
