using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Design;
using SystemDesign.Platform.Documents;
using SystemDesign.Platform.Errors;
using SystemDesign.Platform.Http;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Messages;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Observability;
using SystemDesign.Platform.Outbox;
using SystemDesign.Platform.Outbox.DeadLetters;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.Platform.Realtime;
using SystemDesign.Platform.Redis;
using SystemDesign.Platform.Security;
using SystemDesign.Platform.Startup;
using SystemDesign.Platform.Stopping;
using SystemDesign.Platform.Storage;
using SystemDesign.Platform.Watching;

namespace SystemDesign.Platform;

/// <summary>Everything around the modules: what the host calls once to compose them and once to put them to work.</summary>
public static class PlatformHost
{
    /// <summary>The largest request body that a route takes, unless it says otherwise; in bytes.</summary>
    private const int MaximumBody = 64 * 1024;

    public static WebApplicationBuilder AddPlatform(this WebApplicationBuilder builder, IReadOnlyList<IModule> modules)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(modules);

        builder.AddTelemetry();
        builder.WebHost.UseDefaultAddress(builder.Configuration);
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaximumBody;
        });

        modules = [.. modules.Where(module => module.IsWanted(builder.Configuration))];
        var services = builder.Services;
        services.AddSingleton(modules);
        services.TryAddSingleton(TimeProvider.System);
        services.AddPersistence(builder.Configuration);
        services.AddDocuments(builder.Configuration);
        services.AddRedis(builder.Configuration);
        services.AddStorage(builder.Configuration);
        services.AddMediator();
        services.AddOutbox();
        services.AddSingleton<WorkBoard>();
        services.AddSingleton<WorkEnd>();
        services.AddCaching();
        services.AddIdempotency();
        services.AddProblems();
        services.AddJson();
        services.AddKnownProxies();
        services.AddSecurity();
        services.AddRealtime();
        services.AddRateLimits();
        services.AddSwaggerDocuments(modules);
        services.AddMessages(typeof(PlatformHost).Assembly);
        services.AddHostedService<Greeting>();

        foreach (var module in modules)
        {
            module.AddServices(services, builder.Configuration);
            services.AddMessages(module.GetType().Assembly);
        }

        services.AddStopping();
        return builder;
    }

    /// <summary>The way of a request, outermost first.</summary>
    public static WebApplication UsePlatform(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var modules = app.Services.GetRequiredService<IReadOnlyList<IModule>>();

        app.UseLastRequests();
        app.UseStays();
        app.UseRequestWatcher();
        app.UseServerSpan();
        app.UseKnownProxies();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseFloodLimit();
        app.UseUtf8JsonOnly();
        app.UseSwaggerDocuments(modules);
        app.UseRouting();
        app.UseAuthentication();
        app.UseEndedSessions();
        app.UseRouteLimits();
        app.UseAuthorization();
        app.UseRealtime();

        app.MapHealth();
        app.MapBackgroundWork();
        app.MapDeadLetters();
        app.MapCaches();
        DesignEndpoints.Map(app.MapDesigns());
        app.MapGet("/", () => TypedResults.LocalRedirect(SwaggerDocuments.Path)).ExcludeFromDescription();
        foreach (var module in modules)
        {
            module.MapRoutes(new(app, module));
        }

        return app;
    }

    /// <summary>Brings the databases up to date, as a start would, and does nothing else.</summary>
    public static Task MigrateAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
    }
}
