using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SystemDesign.Platform.Observability;
using SystemDesign.Platform.Settings;

namespace SystemDesign.Platform.RateLimiting;

internal static class RateLimitRegistration
{
    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddSettings<RateLimitOptions>(RateLimitOptions.Section);
        services.AddRateLimiter();
        services.AddSingleton<MemoryWindows>();
        services.TryAddSingleton<IWindows>(provider => provider.GetRequiredService<MemoryWindows>());
        services.AddSingleton<FloodLimiter>();
        services.AddSingleton<RouteLimiter>();
    }

    /// <summary>
    /// Stands before routing: the framework applies an endpoint's limit wherever it sees one, and this is not the place
    /// for it yet. Health stays out, since whoever restarts instances must always get its answer.
    /// </summary>
    public static void UseFloodLimit(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        if (services.GetRequiredService<RateLimitOptions>().Enabled)
        {
            var options = Refusing(services.GetRequiredService<FloodLimiter>());
            app.UseWhen(context => !HealthEndpoints.IsHealth(context.Request.Path), branch => branch.UseRateLimiter(options));
        }
    }

    /// <summary>Stands behind authentication, so that it knows the user. Routes without a limit go past it.</summary>
    public static void UseRouteLimits(this IApplicationBuilder app) => app.Use(next =>
    {
        // This runs when the start puts the pipeline together, after all routes were mapped.
        var services = app.ApplicationServices;
        var options = services.GetRequiredService<RateLimitOptions>();
        var names = LimitNames.Of(services.GetRequiredService<EndpointDataSource>(), options);
        return options.Enabled ? Limited(app.New(), names, next) : next;
    });

    private static RequestDelegate Limited(IApplicationBuilder branch, IEnumerable<string> names, RequestDelegate next)
    {
        var options = Refusing(branch.ApplicationServices.GetRequiredService<RouteLimiter>());
        foreach (var name in names)
        {
            // The framework wants one for each name; what the limiter above granted, it lets pass.
            options.AddPolicy(name, _ => RateLimitPartition.GetNoLimiter(name));
        }

        branch.UseRateLimiter(options).Run(next);
        var limited = branch.Build();
        return context => context.GetEndpoint()?.Metadata.GetMetadata<RateLimit>() is null ? next(context) : limited(context);
    }

    private static RateLimiterOptions Refusing(PartitionedRateLimiter<HttpContext> limiter) => new()
    {
        GlobalLimiter = limiter,
        RejectionStatusCode = StatusCodes.Status429TooManyRequests,
        OnRejected = (rejected, _) => LimitProblem.WriteAsync(rejected),
    };
}
