using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Domain;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Takes feeds away from who has not been here for long, and gives them back to who returns; and keeps the segments few. Whoever has no feed
/// reads by pull, so nobody ever finds theirs empty.
/// </summary>
internal sealed class KeepFeeds(IServiceScopeFactory scopes, IWriter<TwitterDb> writer, ReturnedReaders returned, TwitterOptions options, TimeProvider clock)
    : IBackgroundWork, IDisposable
{
    /// <summary>Feeds to a transaction, of 800 lines at most.</summary>
    private const int Portion = 20;

    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private static readonly ActivitySource Spans = new(typeof(KeepFeeds).Assembly.GetName().Name!);

    private readonly SemaphoreSlim turn = new(1, 1);

    public string Name => "twitter.feeds";

    public Bell Bell => returned.Bell;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (returned.Take() is { } owner)
            {
                await ReturnAsync(owner);
                cancellationToken.ThrowIfCancellationRequested();
            }

            while (await DropAsync() || await MergeAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            turn.Release();
        }

        return Rest;
    }

    public void Dispose() => turn.Dispose();

    /// <summary>
    /// First the feed is there, so that whatever is written from then on is pushed into it; and then, in a second transaction, it is filled with what there
    /// is by then. Between the two, and if it ends there, all of it is pulled.
    /// </summary>
    private async Task ReturnAsync(int owner)
    {
        using var span = Spans.StartActivity("ReturnFeed");
        await RunAsync((upkeep, cancellationToken) => upkeep.OpenAsync(owner, clock.Now(), cancellationToken));
        using var fill = Spans.StartActivity("FillFeedLines");
        await RunAsync((upkeep, cancellationToken) => upkeep.FillAsync(owner, cancellationToken));
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> DropAsync()
    {
        var before = clock.Now() - TimeSpan.FromDays(options.Feeds.InactiveDays);
        var dropped = 0;
        await RunAsync(async (upkeep, cancellationToken) => dropped = await upkeep.DropAsync(before, Portion, cancellationToken));
        return dropped == Portion;
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> MergeAsync()
    {
        var hasMore = false;
        await RunAsync(async (upkeep, cancellationToken) => hasMore = await upkeep.MergeAsync(PushRoom.Most, cancellationToken));
        return hasMore;
    }

    private async Task RunAsync(Func<FeedUpkeep, CancellationToken, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        var upkeep = new FeedUpkeep(db, new FeedCandidates(db));
        await writer.RunAsync(db, cancellationToken => work(upkeep, cancellationToken), CancellationToken.None);
    }
}
