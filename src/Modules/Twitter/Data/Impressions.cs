using System.Diagnostics;
using System.Diagnostics.Metrics;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Twitter.Domain.Impressions;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Impressions, gathered for a second so that one transaction and one event speak for many. A process that is killed loses at most
/// what came since; one that stops loses none.
/// </summary>
internal sealed class Impressions(ImpressionBatches batches, IMeterFactory meters, TimeProvider clock) : IImpressions, IBackgroundWork, IDisposable
{
    /// <summary>Some 3 MB. More tweets come together only while the database does not take them.</summary>
    public const int MaximumCounters = 65_536;

    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private static readonly string Source = typeof(Impressions).Assembly.GetName().Name!;

    private static readonly ActivitySource Spans = new(Source);

    private readonly Counter<long> overflow = meters.Create(Source).CreateCounter<long>(
        "systemdesign.twitter.impressions.overflow", "{impression}", "Impressions that were not counted, because too many tweets wait to be written.");

    private readonly ImpressionCounters counters = new(MaximumCounters);
    private readonly BatchWriter<ImpressionBatch> writer = new();

    public string Name => "twitter.impressions";

    public Bell Bell { get; } = new();

    public void Count(IEnumerable<ShownTweet> shown, SignedInUser viewer)
    {
        using var span = Spans.StartActivity("CountImpressions");
        var ids = new HashSet<Guid>();
        foreach (var tweet in shown)
        {
            AddTo(ids, tweet, viewer);
            AddTo(ids, tweet.Quote, viewer);
        }

        var (began, dropped) = counters.Count(ids);
        if (began)
        {
            Bell.Ring();
        }

        if (dropped > 0)
        {
            overflow.Add(dropped);
        }
    }

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Moment, clock, cancellationToken);
        await WriteAsync();
        return counters.IsEmpty ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;
    }

    public async Task FinishAsync()
    {
        while (await WriteAsync())
        {
        }
    }

    public void Dispose()
    {
        Bell.Dispose();
        writer.Dispose();
    }

    private static void AddTo(HashSet<Guid> ids, ShownTweet? tweet, SignedInUser viewer)
    {
        if (tweet is not null && !string.Equals(tweet.Author.UserName, viewer.UserName, StringComparison.OrdinalIgnoreCase))
        {
            ids.Add(tweet.Id);
        }
    }

    private Task<bool> WriteAsync() => writer.WriteAsync(() => counters.Take(clock.Now()), batches.WriteAsync);
}
