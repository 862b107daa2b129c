using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SystemDesign.Platform.Watching;

namespace SystemDesign.Platform.Observability;

/// <summary>
/// ASP.NET Core 10 opens a span per request and leaves it blank. This gives it its name and attributes by OpenTelemetry's
/// conventions for HTTP servers, https://opentelemetry.io/docs/specs/semconv/http/http-spans/. What may carry a secret or
/// say who asked is left out: the query, the client's address, headers.
/// </summary>
internal static class ServerSpan
{
    /// <summary>Outermost, so that the status is final. Without a collector it is not there at all.</summary>
    public static void UseServerSpan(this WebApplication app)
    {
        if (TelemetryOptions.IsOn(app.Configuration))
        {
            app.Use(async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                finally
                {
                    if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
                    {
                        Describe(span, context);
                    }
                }
            });
        }
    }

    private static void Describe(Activity span, HttpContext context)
    {
        var (request, status) = (context.Request, context.Response.StatusCode);
        var failure = context.Features.Get<IExceptionHandlerFeature>();
        var route = context.FindRoute();
        var method = context.KnownMethod();

        span.DisplayName = $"{(method == RequestWatching.OtherMethod ? "HTTP" : method)} {route}".TrimEnd();
        span.SetTag("http.request.method", method)
            .SetTag("http.route", route)
            .SetTag("http.response.status_code", status)
            .SetTag("network.protocol.version", request.Protocol.Split('/')[^1])
            .SetTag("server.address", request.Host.Host)
            .SetTag("server.port", request.Host.Port)
            .SetTag("url.path", request.PathBase.Add(request.Path).Value)
            .SetTag("url.scheme", request.Scheme);

        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetTag("error.type", failure?.Error.GetType().FullName ?? status.ToString(CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
        }
    }
}
