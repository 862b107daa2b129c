using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SystemDesign.Platform.Stopping;

namespace SystemDesign.Platform.Observability;

internal static class HealthEndpoints
{
    public const string Ready = "/health/ready";
    private const string Live = "/health/live";

    public static bool IsHealth(PathString path) => path.Value is Live or Ready;

    /// <summary>
    /// <c>/health/live</c>: the process answers; if not, restart it. <c>/health/ready</c>: everything that it needs
    /// answers too; if not, send requests elsewhere and read which check failed and why (B2-27).
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        routes.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteReadyAsync });
    }

    private static Task WriteReadyAsync(HttpContext context, HealthReport checks)
    {
        var report = checks.WithInstance(context.RequestServices);
        if (report.Status is HealthStatus.Unhealthy)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        return WriteAsync(context, report);
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = Word(report.Status),
        checks = report.Entries.Select(entry => new
        {
            name = entry.Key,
            status = Word(entry.Value.Status),
            reason = entry.Value.Description,
        }),
    });

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
