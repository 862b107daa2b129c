using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SystemDesign.GraphQL.Explorer;

/// <summary>The page, filled in for the path that it was asked for, which proxies may have put before the application's own.</summary>
internal sealed class ExplorerPage
{
    /// <summary>Its own files and its own origin. That text is made markup anywhere, the browser refuses too.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly string Template = Encoding.UTF8.GetString(ExplorerResources.Read("explorer.html"));

    private readonly string endpoint;
    private readonly GraphQLExplorerOptions options;

    public ExplorerPage(string endpoint, GraphQLExplorerOptions options)
    {
        if (!endpoint.StartsWith('/') || endpoint.StartsWith("//", StringComparison.Ordinal))
        {
            throw new ArgumentException($"\"{endpoint}\" is no path from the root of the application.", nameof(endpoint));
        }

        foreach (var example in options.Examples)
        {
            Check(example);
        }

        this.endpoint = endpoint;
        this.options = options;
    }

    public async Task WriteAsync(HttpContext context)
    {
        var request = context.Request;
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-cache";
        await response.WriteAsync(Text(request.PathBase, request.Path), Encoding.UTF8, context.RequestAborted);
    }

    private string Text(PathString applied, PathString page)
    {
        var files = $"{(applied + page).ToUriComponent().TrimEnd('/')}/{ExplorerResources.Version}";
        var settings = JsonSerializer.Serialize(new { Endpoint = applied.ToUriComponent() + endpoint, options.Examples }, JsonSerializerOptions.Web);

        // The examples last: what they contain is nothing to be filled in.
        return Template
            .Replace("{{files}}", HtmlEncoder.Default.Encode(files), StringComparison.Ordinal)
            .Replace("{{title}}", HtmlEncoder.Default.Encode(options.Title), StringComparison.Ordinal)
            .Replace("{{settings}}", settings, StringComparison.Ordinal);
    }

    private static void Check(ExampleQuery example)
    {
        if (example.Variables is null)
        {
            return;
        }

        try
        {
            using var variables = JsonDocument.Parse(example.Variables);
            if (variables.RootElement.ValueKind == JsonValueKind.Object)
            {
                return;
            }
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The variables of the example \"{example.Name}\" are no JSON: {exception.Message}", nameof(example), exception);
        }

        throw new ArgumentException($"The variables of the example \"{example.Name}\" are no JSON object.", nameof(example));
    }
}
