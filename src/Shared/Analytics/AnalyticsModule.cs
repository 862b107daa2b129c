using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Analytics.Data;
using SystemDesign.Analytics.Domain;
using SystemDesign.Analytics.Domain.CustomEvents;
using SystemDesign.Analytics.Domain.Distinct;
using SystemDesign.Analytics.Domain.Events;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Analytics.Domain.Traffic;
using SystemDesign.Analytics.Presentation;
using SystemDesign.Kernel.Identity;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Design;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Settings;
using SystemDesign.Platform.Watching;

namespace SystemDesign.Analytics;

/// <summary>Analytics for all the cases (DB-4, TW-15, B2-23).</summary>
public sealed class AnalyticsModule : IModule
{
    /// <summary>Events are known again for as long as they may come, and a day more, for clocks that differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    public string Name => "analytics";

    public string Title => "Analytics";

    public string Summary => "What happens in every module, counted; and how many requests come, with a forecast of when they outgrow what the product bears.";

    public Drawing? BehindEveryQueue { get; } = new(
        [
            new("analytics", "Analytics", BoxKind.Service, "Counts every event of every module, and how many different users there were. No module knows of it."),
            new("analytics-database", "Analytics database", BoxKind.Database, "Counts per minute, hour and day."),
        ],
        [
            new(SharedBoxes.Queue, "analytics", ArrowKind.Event, "every event", [SpanName.Process("events", $"{nameof(Analytics)}.{nameof(CountEvents)}")]),
            new("analytics", "analytics-database", ArrowKind.Sync, "users seen so far", [SpanName.Read(AnalyticsDb.SchemaName)]),
        ]);

    public bool IsWanted(IConfiguration configuration) =>
        configuration.GetValue($"{AnalyticsOptions.Section}:{nameof(AnalyticsOptions.Enabled)}", defaultValue: true);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<AnalyticsDb>(AnalyticsDb.SchemaName, isVital: false);
        services.AddSettings<AnalyticsOptions>(AnalyticsOptions.Section);
        services.AddSingleton<Retention>();
        services.AddScoped<IEventCounts, EventCountRows>();
        services.AddSingleton<KeyedHash>();
        services.AddSingleton<IInitialData>(provider => provider.GetRequiredService<KeyedHash>());
        services.AddScoped<IUserSketches, UserSketches>();
        services.AddBackgroundWork<RetentionSweep>();

        services.AddSingleton<TrafficBatches>();
        services.AddBackgroundWork<RequestCounts>();
        services.AddSingleton<IRequestCounts>(provider => provider.GetRequiredService<RequestCounts>());
        services.AddSingleton<IRequestWatcher, RequestSight>();
        services.AddScoped<ITraffic, TrafficRows>();
        services.AddSweep<AnalyticsDb, WrittenBatch>("traffic-batch-sweep", batch => batch.WrittenAt, TrafficBatches.Memory);

        services.AddSingleton<ICustomEvents, CustomEvents>();
        services.AddScoped<CustomEventGroup>();
        var days = configuration.GetValue($"{AnalyticsOptions.Section}:{nameof(AnalyticsOptions.CustomEventDays)}", AnalyticsOptions.UsualCustomEventDays);
        services.AddSweep<AnalyticsDb, CustomEventId>("custom-event-sweep", row => row.ReceivedAt, TimeSpan.FromDays(days) + Margin);
    }

    public void MapRoutes(ModuleRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        CustomEventEndpoints.Map(routes.Api);

        // How much business there is, is not for every user to know.
        var readers = routes.Api.MapGroup(string.Empty).RequireAuthorization(policy => policy.RequireRole(Roles.Operator));
        readers.ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        readers.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
        CountEndpoints.Map(readers);
        TrafficEndpoints.Map(readers);
    }
}
