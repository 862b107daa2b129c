using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Design;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Seeding;
using SystemDesign.Platform.Settings;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Data.Seeding;
using SystemDesign.Twitter.Domain;
using SystemDesign.Twitter.Domain.Engagement;
using SystemDesign.Twitter.Domain.Feeds;
using SystemDesign.Twitter.Domain.Graph;
using SystemDesign.Twitter.Domain.Impressions;
using SystemDesign.Twitter.Domain.Notices;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Recommendations;
using SystemDesign.Twitter.Domain.Search;
using SystemDesign.Twitter.Domain.Trends;
using SystemDesign.Twitter.Domain.Tweets;
using SystemDesign.Twitter.Presentation;
using SystemDesign.Twitter.Presentation.Graph;

namespace SystemDesign.Twitter;

/// <summary>Case A3: tweets, a graph of people, and feeds.</summary>
public sealed class TwitterModule : IModule
{
    public string Name => "twitter";

    public string Title => "Twitter";

    public string Summary =>
        "Post tweets, follow people, and read a feed of what they write, however it is made: operators turn the knob between push, pull and hybrid. "
        + "The same by GraphQL at `/api/twitter/graphql`; [write queries on its page](/twitter/graphql).";

    public CaseDesign? Design => TwitterDesign.Value;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<TwitterDb>(TwitterDb.SchemaName);
        services.AddSettings<TwitterOptions>(TwitterOptions.Section);
        services.AddSingleton<IInitialData, FirstFeedPolicy>();
        services.AddReadThroughCache<TwitterDb, Guid, PersonNumber>(PeopleNumbers.CacheName, PeopleNumbers.LoadAsync, PeopleNumbers.CacheOptions);
        services.AddSingleton<PeopleNumbers>();
        services.AddSingleton<FanOutBell>();
        services.AddChangeStamps(Changes.Name);
        services.AddScoped<Changes>();
        services.AddSingleton<FeedPages>();
        services.AddSingleton<TweetContents>();
        services.AddSingleton<ReturnedReaders>();
        services.AddBackgroundWork<FanOutEntries>();
        services.AddBackgroundWork<KeepFeeds>();
        services.AddScoped<FeedCandidates>();
        services.AddScoped<FeedFilling>();
        services.AddScoped<Feeds>();
        services.AddScoped(provider => new Lazy<Feeds>(provider.GetRequiredService<Feeds>));
        services.AddScoped<IFeeds, KeptFeeds>();
        services.AddScoped<IFeedPolicies, FeedPolicies>();
        services.AddScoped<Entries>();
        services.AddScoped<Traces>();
        services.AddBackgroundWork<EraseDeparted>();
        services.AddScoped<GraphEdges>();
        services.AddScoped<Privacy>();
        services.AddScoped<TweetViews>();
        services.AddScoped<TweetRemoval>();
        services.AddScoped<IPeople, PeopleStore>();
        services.AddScoped<IGraph, GraphStore>();
        services.AddScoped<ITweets, Tweets>();
        services.AddScoped<IEngagement, Engagement>();
        AddDiscovery(services);
        AddNoticesAndImpressions(services);
    }

    public void MapRoutes(ModuleRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        TweetEndpoints.Map(routes.Api);
        PeopleEndpoints.Map(routes.Api);
        GraphEndpoints.Map(routes.Api);
        FeedEndpoints.Map(routes.Api, routes.Operator);
        DiscoveryEndpoints.Map(routes.Api, routes.Operator);
        TwitterGraph.Map(routes.Api);
        GraphExplorer.Map(routes.Root);
        StatsEndpoints.Map(routes.Api);
    }

    private static void AddNoticesAndImpressions(IServiceCollection services)
    {
        services.AddScoped<Crowds>();
        services.AddScoped<CrowdNews>();
        services.AddScoped<INotices, Notices>();
        services.AddBackgroundWork<TellCrowds>();
        services.AddSingleton<ImpressionBatches>();
        services.AddBackgroundWork<Impressions>();
        services.AddSingleton<IImpressions>(provider => provider.GetRequiredService<Impressions>());
        services.AddScoped<IImpressionCounts, ImpressionCounts>();
    }

    private static void AddDiscovery(IServiceCollection services)
    {
        services.AddReadThroughCache<TwitterDb, int, MostFollowed>(MostFollowed.CacheName, MostFollowed.LoadAsync, MostFollowed.CacheOptions);
        services.AddReadThroughCache<int, TrendingTags>(TrendingTags.CacheName, TrendingTags.Loader, TrendingTags.CacheOptions);
        services.AddBackgroundWork<RebuildSearch>();
        services.AddScoped<IRecommendations, Recommendations>();
        services.AddScoped<ISearch, SearchStore>();
        services.AddScoped<ITrends, Trends>();
        services.AddScoped<ISeeder, TwitterSeeder>();
    }
}
