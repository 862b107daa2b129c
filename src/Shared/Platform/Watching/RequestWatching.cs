using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace SystemDesign.Platform.Watching;

public static class RequestWatching
{
    /// <summary>Stands for every method that is none of HTTP's, as OpenTelemetry's conventions for HTTP have it.</summary>
    public const string OtherMethod = "_OTHER";

    private static readonly HashSet<string> Methods = ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE"];

    /// <summary>The template that the request was routed by, such as <c>/s/{code}</c>: what a client made up is in no template.</summary>
    /// <returns>Nothing if it met no route.</returns>
    public static string? FindRoute(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        // The handler of exceptions takes the endpoint off the request.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        return endpoint?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route;
    }

    /// <summary>One of HTTP's, or <see cref="OtherMethod"/>: a client may make up any.</summary>
    public static string KnownMethod(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Methods.TryGetValue(context.Request.Method, out var known) ? known : OtherMethod;
    }

    /// <summary>Near the outside, so that all that a request takes is seen. Without a watcher it is not there at all.</summary>
    internal static void UseRequestWatcher(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetService<IRequestWatcher>() is { } watcher)
        {
            app.Use(next => async context =>
            {
                var began = Stopwatch.GetTimestamp();
                try
                {
                    await next(context);
                }
                finally
                {
                    watcher.Answered(context, Stopwatch.GetElapsedTime(began));
                }
            });
        }
    }
}
