using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SystemDesign.Platform.Editing;

/// <summary>PATCH takes a JSON merge patch (RFC 7396): a record whose members are optional.</summary>
public static class MergePatch
{
    private const string MediaType = "application/merge-patch+json";

    /// <summary>For <c>Accept-Patch</c> (RFC 5789, section 3.1). A merge patch is often sent as the JSON that it is.</summary>
    internal const string MediaTypes = $"{MediaType}, {MediaTypeNames.Application.Json}";

    public static RouteHandlerBuilder AcceptsMergePatch<TPatch>(this RouteHandlerBuilder route)
        where TPatch : notnull
    {
        route.Accepts<TPatch>(MediaType, MediaTypeNames.Application.Json);
        route.Add(endpoint =>
        {
            // Before the body is read. The framework takes any +json for JSON, and so a JSON Patch (RFC 6902), which means something else.
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => IsMergePatch(context.Request) ? next(context) : Refuse(context.Response);
        });
        return route;
    }

    private static bool IsMergePatch(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase));

    private static Task Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    }
}
