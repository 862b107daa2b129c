using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Caching;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// What tweets have beside their rows, of those that were read lately (TW-13): those that one reads, the others do too. Read-through, since most tweets are read
/// by few and soon forgotten. Who may see a tweet, and what is counted on it, is asked each time, and never kept here.
/// </summary>
internal sealed class TweetContents([FromKeyedServices(Changes.Name)] ChangeStamps stamps, IMeterFactory meters, TimeProvider clock) : IDisposable
{
    /// <summary>Some hundred bytes each.</summary>
    private const int Most = 50_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private static readonly ActivitySource Spans = new(typeof(TweetContents).Assembly.GetName().Name!);

    private readonly Counter<long> reads = meters.Create(typeof(TweetContents).Assembly.GetName().Name!)
        .CreateCounter<long>("systemdesign.twitter.tweets.read", "{tweet}", "Tweets that were read, by whether what they have came from the cache.");

    private readonly StampedCache<Guid, TweetContent> contents = new(stamps, Most, Lifetime, clock);

    /// <returns>Of each that is known, and has not changed.</returns>
    public Dictionary<Guid, TweetContent> Find(IEnumerable<Guid> ids)
    {
        using var span = Spans.StartActivity("FindTweetContents");
        var found = new Dictionary<Guid, TweetContent>();
        foreach (var id in ids)
        {
            var known = contents.Find(id);
            reads.Add(1, new KeyValuePair<string, object?>("cached", known is not null));
            if (known is not null)
            {
                found[id] = known;
            }
        }

        return found;
    }

    public IReadOnlyList<Stamp> StampsOf(IEnumerable<int> people) => contents.StampsOf(people);

    /// <param name="id">The tweet's.</param>
    /// <param name="content">What it has.</param>
    /// <param name="dependsOn">Whoever can change it.</param>
    public void Keep(Guid id, TweetContent content, IReadOnlyList<Stamp> dependsOn) => contents.Keep(id, content, dependsOn);

    public void Dispose() => contents.Dispose();
}
