using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Design;
using SystemDesign.Platform.Documents;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Seeding;
using SystemDesign.Platform.Settings;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Data.Seeding;
using SystemDesign.UrlShortener.Domain.Abuse;
using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Redirects;
using SystemDesign.UrlShortener.Domain.Visits;
using SystemDesign.UrlShortener.Presentation;

namespace SystemDesign.UrlShortener;

/// <summary>Case A1: long addresses behind short ones.</summary>
public sealed class UrlShortenerModule : IModule
{
    public string Name => "url-shortener";

    public string Title => "UrlShortener";

    public string Summary =>
        "Shorten an address, give it an alias of your own, and follow it at `/s/{code}`. Codes and aliases are case-sensitive; each is one link's, and never given again.";

    public CaseDesign? Design => UrlShortenerDesign.Value;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<UrlShortenerDb>(UrlShortenerDb.SchemaName);
        services.AddSettings<UrlShortenerOptions>(UrlShortenerOptions.Section);
        services.AddDocumentStore<LinkDocument>(LinkDocuments.StoreName);
        services.AddSingleton<IInitialData, ShardsInUse>();
        services.AddSingleton<IInitialData, MoveAddresses>();
        services.AddSingleton<IInitialData, FirstCodeSequence>();
        services.AddScoped<LinkDocuments>();
        services.AddScoped<ILinkDocuments>(provider => provider.GetRequiredService<LinkDocuments>());
        services.AddBackgroundWork<LinkDocumentSweep>();
        services.AddScoped<ILinks, Links>();
        services.AddScoped<IReports, Reports>();
        services.AddScoped<LinkRemoval>();
        services.AddScoped<ShortUrls>();
        services.AddBackgroundWork<EraseDeparted>();
        services.AddScoped<ILinkStats, LinkStatistics>();
        services.AddSingleton<VisitBatches>();
        services.AddBackgroundWork<Visits>();
        services.AddSingleton<IVisits>(provider => provider.GetRequiredService<Visits>());
        services.AddSingleton<Destinations>();
        services.AddReadThroughCache<string, Destination>(
            Redirects.CacheName, provider => provider.GetRequiredService<Destinations>().LoadAsync, Redirects.CacheOptions, destination => destination.MayBeKept);
        services.AddSingleton<Redirects>();
        services.AddSingleton<IRedirects>(provider => provider.GetRequiredService<Redirects>());
        AddCodes(services, configuration.GetValue<CodeGenerator>($"{UrlShortenerOptions.Section}:{nameof(UrlShortenerOptions.Codes)}:{nameof(CodeOptions.Generator)}"));
        services.AddScoped<ISeeder, LinkSeeder>();
    }

    public void MapRoutes(ModuleRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        LinkEndpoints.Map(routes.Api);
        AbuseEndpoints.Map(routes.Api, routes.Operator);
        StatsEndpoints.Map(routes.Api);
        CapacityEndpoints.Map(routes.Api);
        RedirectEndpoints.Map(routes.Root);
    }

    private static void AddCodes(IServiceCollection services, CodeGenerator generator)
    {
        services.AddSingleton<CodeMetrics>();
        services.AddSingleton<CodeSequences>();
        services.AddSingleton<CodeStock>();
        services.AddBackgroundWork<LeaseAhead>();
        services.AddScoped<ICodes, Codes>();
        if (generator is CodeGenerator.Pool)
        {
            services.AddSingleton<CodePool>();
            services.AddBackgroundWork<RefillPool>();
            services.AddSingleton<ICodeBlocks, PooledBlocks>();
        }
        else
        {
            services.AddSingleton<ICodeBlocks, PermutedBlocks>();
        }
    }
}
