using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Data;
using SystemDesign.Media.Data.Edge;
using SystemDesign.Media.Domain.Claims;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Media.Domain.Inspection;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Media.Domain.Tiers;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Media.Presentation;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Settings;

namespace SystemDesign.Media;

/// <summary>Uploads, the content delivery network and cold storage, for all the cases (WA-5, WA-6, DB-5 to DB-8, IG-5, TI-3, AB-2, AB-10).</summary>
public sealed class MediaModule : IModule
{
    public string Name => "media";

    public string Title => "Media";

    public string Summary => "Files that people upload: kept once, cleaned of metadata, served from `/cdn`, and moved to a cold store when nobody reads them.";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<MediaDb>(MediaDb.SchemaName);
        AddUploads(services);
        AddDelivery(services);
        AddTiers(services);
    }

    public void MapRoutes(ModuleRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        UploadEndpoints.Map(routes.Api);
        SmallFileEndpoints.Map(routes.Api);
        FileEndpoints.Map(routes.Api);
        CdnEndpoints.Map(routes.Root);
        StorageEndpoints.Map(routes.Operator);
    }

    private static void AddDelivery(IServiceCollection services)
    {
        services.AddSettings<CdnOptions>(CdnOptions.Section);
        services.AddSingleton<UrlSignatures>();
        services.AddSingleton<IInitialData>(provider => provider.GetRequiredService<UrlSignatures>());
        services.AddSingleton<IUrlSignatures>(provider => provider.GetRequiredService<UrlSignatures>());
        services.AddScoped<IMediaUrls, MediaUrls>();
        services.AddReadThroughCache(
            DeliveredObjects.CacheName,
            provider => DeliveredObjects.LoadFrom(provider.GetRequiredService<IDbContextFactory<MediaDb>>()),
            DeliveredObjects.CacheOptions,
            DeliveredObjects.MayBeKept);
        services.AddSingleton<DeliveredObjects>();
        services.AddSingleton<IDeliveredObjects>(provider => provider.GetRequiredService<DeliveredObjects>());
        services.AddSingleton<EdgeCounters>();
        services.AddSingleton<EdgeCache>();
        services.AddSingleton<IEdge>(provider => provider.GetRequiredService<EdgeCache>());
        services.AddSingleton<IEdgeCopies, EdgeCopies>();
        services.AddSingleton<Origin>();
        services.AddSingleton<IMediaContents, MediaContents>();
    }

    private static void AddTiers(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<MediaOptions>().Cold);
        services.AddSingleton<Tiers>();
        services.AddSingleton<ITiers>(provider => provider.GetRequiredService<Tiers>());
        services.AddBackgroundWork<LastReads>();
        services.AddSingleton<ILastReads>(provider => provider.GetRequiredService<LastReads>());
        services.AddBackgroundWork<FreezeUnused>();
        services.AddBackgroundWork<ThawAsked>();
        services.AddScoped<ILedger, Ledger>();
    }

    private static void AddUploads(IServiceCollection services)
    {
        services.AddSettings<MediaOptions>(MediaOptions.Section);
        services.AddSingleton(provider => new ContentInspection(provider.GetRequiredService<MediaOptions>().MaximumPixels));
        services.AddSingleton<MediaMetrics>();
        services.AddSingleton<Transactions>();
        services.AddSingleton<IStagedBytes, StagedBytes>();
        services.AddSingleton<IObjectBytes, ObjectBytes>();
        services.AddScoped<IUploads, Uploads>();
        services.AddScoped<IFiles, Files>();
        services.AddScoped<IClaims, Claims>();
        services.AddScoped<ShownFiles>();
        services.AddScoped<Intake>();
        services.AddScoped<Completion>();
        services.AddBackgroundWork<MediaSweep>();
        services.AddBackgroundWork<StrayBytesSweep>();
    }
}
