using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Caching;
using SystemDesign.Twitter.Domain;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// First pages of feeds that were read a moment ago (TW-12). A page is believed as long as nobody whom it depends on did anything: its owner, whom they follow,
/// and whoever else stands in it. So it is never behind on the instance that wrote; on others by as long as word takes to come,
/// and by its lifetime at most, which is also how old the counts in it may be.
/// </summary>
internal sealed class FeedPages(
    [FromKeyedServices(Changes.Name)] ChangeStamps stamps, TwitterOptions options, IMeterFactory meters, TimeProvider clock) : IDisposable
{
    /// <summary>Whoever follows more people depends on somebody who did something just now.</summary>
    public const int MostPeople = 5_000;

    /// <summary>Pages, of some ten kilobytes each.</summary>
    private const int Most = 10_000;

    private static readonly ActivitySource Spans = new(typeof(FeedPages).Assembly.GetName().Name!);

    private readonly Counter<long> reads = meters.Create(typeof(FeedPages).Assembly.GetName().Name!)
        .CreateCounter<long>("systemdesign.twitter.feeds.read", "{page}", "First pages of feeds that were read, by whether they came from the cache.");

    private readonly StampedCache<(int Owner, int Limit), Page<TimelineItem>> pages = new(stamps, Most, TimeSpan.FromSeconds(options.Feeds.CacheSeconds), clock);

    public Page<TimelineItem>? Find(int owner, int limit)
    {
        using var span = Spans.StartActivity("FindFeedPage");
        var found = pages.Find((owner, limit));
        reads.Add(1, new KeyValuePair<string, object?>("cached", found is not null));
        return found;
    }

    public IReadOnlyList<Stamp> StampsOf(IEnumerable<int> people) => pages.StampsOf(people);

    public void Keep(int owner, int limit, Page<TimelineItem> page, IReadOnlyList<Stamp> dependsOn) => pages.Keep((owner, limit), page, dependsOn);

    public void Dispose() => pages.Dispose();
}
