using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Pushes entries into the feeds of their actors' followers (TW-8). In chunks, each of which is one transaction with the position that it came to: so
/// other writes wait for a chunk and not for a hundred thousand followers, and a process that is killed goes on where it was. One instance is
/// at a chunk at a time; it is the database that has the work.
/// </summary>
internal sealed class FanOutEntries(
    IServiceScopeFactory scopes, IWriter<TwitterDb> writer, FanOutBell fanOuts, TwitterOptions options, IMeterFactory meters) : IBackgroundWork, IDisposable
{
    /// <summary>Entries to a transaction: those of most people have few followers.</summary>
    private const int Portion = 50;

    /// <summary>Entries to a statement.</summary>
    private const int MostTogether = 10;

    /// <summary>A feed has too many lines once in eighty that it gets, and those that get them together may have too many together: then their turn comes with the next.</summary>
    private const int LinesPerTrim = 40;

    private const string Lock = "SELECT 1 FROM pg_advisory_xact_lock(hashtext('twitter.fan-outs'))";

    private const string FindLast =
        "SELECT follower AS \"Value\" FROM {follows} WHERE followee = {0} AND follower > {1} ORDER BY follower LIMIT 1 OFFSET {2}";

    /// <summary>Whatever somebody has on its way goes into a feed together: the page that it lies on is written once.</summary>
    private const string Push =
        """
        INSERT INTO {feed_lines} (segment, owner, entry_id) SELECT {0}, edge.follower, entry.id
        FROM {follows} AS edge JOIN {feeds} AS feed ON feed.owner = edge.follower CROSS JOIN (
        """;

    private const string PushWhere =
        """
        ) AS entry WHERE edge.followee = {1} AND edge.follower > {2} AND edge.follower <= {3} ORDER BY edge.follower, entry.id
        ON CONFLICT DO NOTHING
        """;

    private const string CountLines =
        "UPDATE {feeds} SET lines = lines + {0} WHERE owner IN (SELECT follower FROM {follows} WHERE followee = {1} AND follower > {2} AND follower <= {3})";

    /// <summary>Another instance's bell is not heard here.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private static readonly ActivitySource Spans = new(typeof(FanOutEntries).Assembly.GetName().Name!);

    private readonly Counter<long> pushed = meters.Create(typeof(FanOutEntries).Assembly.GetName().Name!)
        .CreateCounter<long>("systemdesign.twitter.feeds.pushed", "{line}", "Lines that were pushed into feeds.");

    /// <summary>One at a time in this process: a second would wait for the first.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    public string Name => "twitter.fan-outs";

    public Bell Bell => fanOuts.Bell;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (await PushChunkAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            turn.Release();
        }

        return Poll;
    }

    public void Dispose() => turn.Dispose();

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> PushChunkAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        var oldest = await db.FanOuts.OrderBy(fanOut => fanOut.EntryId).Select(fanOut => (Guid?)fanOut.EntryId).FirstOrDefaultAsync();
        if (oldest is not { } next)
        {
            return false;
        }

        using var span = Spans.StartActivity(nameof(FanOutEntries), ActivityKind.Consumer, fanOuts.CauseOf(next));
        using var push = Spans.StartActivity("PushFeedLines");
        var lines = 0;
        await writer.RunAsync(db, async cancellationToken => lines = await PushChunkAsync(db, cancellationToken), CancellationToken.None);
        pushed.Add(lines);
        return true;
    }

    private async Task<int> PushChunkAsync(TwitterDb db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync(Lock, cancellationToken);
        }

        var room = new PushRoom(TimeSpan.FromMilliseconds(options.Feeds.PushMilliseconds));
        var segment = await FeedSegments.NewestAsync(db, cancellationToken);
        var lines = 0;
        var waiting = await db.FanOuts.AsNoTracking().OrderBy(fanOut => fanOut.EntryId).Take(Portion).ToListAsync(cancellationToken);
        foreach (var same in waiting.GroupBy(fanOut => (fanOut.Actor, fanOut.Position)).SelectMany(same => same.Chunk(MostTogether)))
        {
            lines += await PushAsync(db, segment, same, room, cancellationToken);
            if (!room.IsLeft)
            {
                break;
            }
        }

        await FeedSegments.CountAsync(db, segment, lines, cancellationToken);
        return lines;
    }

    /// <param name="db">In a transaction.</param>
    /// <param name="segment">The newest.</param>
    /// <param name="same">Of one actor, and equally far.</param>
    /// <param name="room">In the transaction.</param>
    /// <param name="cancellationToken">Undoes the transaction.</param>
    private static async Task<int> PushAsync(TwitterDb db, int segment, FanOut[] same, PushRoom room, CancellationToken cancellationToken)
    {
        List<Guid> entries = [.. same.Select(fanOut => fanOut.EntryId)];
        var (actor, position) = (same[0].Actor, same[0].Position);
        var push = db.Sql(Push + string.Join(" UNION ALL ", entries.Select((_, place) => $"SELECT {{{place + 4}}} AS id")) + PushWhere);
        var lines = 0;
        do
        {
            var followers = int.Max(1, room.Piece / entries.Count);
            var last = (await db.Database.SqlQueryRaw<int>(db.Sql(FindLast), actor, position, followers - 1).ToListAsync(cancellationToken)).FirstOrDefault(int.MaxValue);
            var inserted = await db.Database.ExecuteSqlRawAsync(push, [segment, actor, position, last, .. entries], cancellationToken);
            await db.Database.ExecuteSqlRawAsync(db.Sql(CountLines), [entries.Count, actor, position, last], cancellationToken);
            await TrimAsync(db, actor, position, last, followers * entries.Count, cancellationToken);

            // Who has no feed costs a look too.
            room.Take(last == int.MaxValue ? int.Max(1, inserted) : followers * entries.Count);
            lines += inserted;
            position = last;
        }
        while (position != int.MaxValue && room.IsLeft);

        var pushed = db.FanOuts.Where(row => entries.Contains(row.EntryId));
        _ = position == int.MaxValue
            ? await pushed.ExecuteDeleteAsync(cancellationToken)
            : await pushed.ExecuteUpdateAsync(row => row.SetProperty(one => one.Position, position), cancellationToken);
        return lines;
    }

    private static Task TrimAsync(TwitterDb db, int actor, int after, int last, int lines, CancellationToken cancellationToken)
    {
        var followers = db.Follows.Where(edge => edge.Followee == actor && edge.Follower > after && edge.Follower <= last).Select(edge => edge.Follower);
        return FeedLines.TrimAsync(db, followers, int.Max(1, lines / LinesPerTrim), cancellationToken);
    }
}
