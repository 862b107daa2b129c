using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Caching;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// What tweets have beside their rows, of those that were read lately (TW-13): those that one reads, the others do too. Read-through, since most tweets are read
/// by few and soon forgotten. Who may see a tweet, and what is counted on it, is asked each time, and never kept here.
/// </summary>
internal sealed class TweetContents([FromKeyedServices(Changes.Name)] ChangeStamps stamps, IMeterFactory meters) : IDisposable
{
    /// <summary>Some hundred bytes each.</summary>
    private const int Most = 50_000;

    /// <summary>By then what other instances did is seen, should word of it not have come.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private static readonly ActivitySource Spans = new(typeof(TweetContents).Assembly.GetName().Name!);

    private readonly Counter<long> reads = meters.Create(typeof(TweetContents).Assembly.GetName().Name!)
        .CreateCounter<long>("systemdesign.twitter.tweets.read", "{tweet}", "Tweets that were read, by whether what they have came from the cache.");

    private readonly MemoryCache contents = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <returns>Of each that is known, and has not changed.</returns>
    public Dictionary<Guid, TweetContent> Find(IEnumerable<Guid> ids)
    {
        using var span = Spans.StartActivity("FindTweetContents");
        var found = new Dictionary<Guid, TweetContent>();
        foreach (var id in ids)
        {
            var isKnown = contents.TryGetValue(id, out TweetContent? kept) && stamps.AreCurrent(kept!.DependsOn);
            reads.Add(1, new KeyValuePair<string, object?>("cached", isKnown));
            if (isKnown)
            {
                found[id] = kept!;
            }
        }

        return found;
    }

    /// <summary>To be asked before what depends on them is read.</summary>
    public IReadOnlyList<Stamp> StampsOf(IEnumerable<int> people) => stamps.Of(people);

    public void Keep(Guid id, TweetContent content) =>
        contents.Set(id, content, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Lifetime, Size = 1 });

    public void Dispose() => contents.Dispose();
}
