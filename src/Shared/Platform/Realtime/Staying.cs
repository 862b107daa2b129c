using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SystemDesign.Platform.Realtime;

/// <summary>
/// Keeps a request open whose connection lasts, after everything else in the pipeline is done with it: for hours there is nothing of what each
/// middleware has while it waits for the next one, and to spans and watchers the request was its handshake.
/// </summary>
internal static class Staying
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    /// <summary>Stands outside all that need not last.</summary>
    public static void UseStays(this IApplicationBuilder app) => app.Use(next => http => ServeAsync(next, http));

    private static async Task ServeAsync(RequestDelegate next, HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Features.Get<Connection>() is { } connection)
            {
                await ForgetAsync(http);
                await connection.StayAsync();
            }
        }
        finally
        {
            http.Features.Get<Connection>()?.Leave();
        }
    }

    /// <summary>The token, the user, the headers, the services and the trace of the request, and its part in the durations of requests.</summary>
    private static async Task ForgetAsync(HttpContext http)
    {
        var host = http.Request.Headers.Host;
        http.Request.Headers.Clear();
        http.Request.Headers.Host = host;
        http.Request.QueryString = QueryString.Empty;
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = string.Empty;
        http.User = Nobody;
        http.Features.Set<IAuthenticateResultFeature>(null);
        http.Features.Set<IHttpWebSocketFeature>(null);
        http.Features.Set<IRouteValuesFeature>(null);
        http.Features.Set<IItemsFeature>(null);
        http.SetEndpoint(null);
        http.Features.Get<IHttpActivityFeature>()?.Activity.Stop();
        Activity.Current = null;
        if (http.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
        {
            metrics.MetricsDisabled = true;
        }

        if (http.Features.Get<IServiceProvidersFeature>() is IAsyncDisposable services)
        {
            await services.DisposeAsync();
        }
    }
}
