using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Makes the index anew, a portion of tweets to a transaction, which also keeps how far it is. Several instances take turns at it:
/// who comes later waits, and goes on behind the one before.
/// </summary>
internal sealed class RebuildSearch(IDbContextFactory<TwitterDb> databases, IWriter<TwitterDb> writer, BellOf<RebuildSearch> rebuilds) : IBackgroundWork
{
    private const string Hold = "SELECT * FROM {search_rebuilds} WHERE id = {0} {for_update}";

    private const string NextTweets = "SELECT * FROM {tweets} WHERE id > {0} ORDER BY id LIMIT {1} {for_share}";

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private static readonly ActivitySource Spans = new(typeof(RebuildSearch).Assembly.GetName().Name!);

    public string Name => "twitter.search-rebuild";

    public Bell Bell => rebuilds.Bell;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        while (await RunPortionAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Rest;
    }

    /// <returns>Whether there is more to do.</returns>
    private async Task<bool> RunPortionAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.SearchRebuilds.AnyAsync(cancellationToken))
        {
            return false;
        }

        using var span = Spans.StartActivity(nameof(RebuildSearch));
        await writer.RunAsync(db, transaction => IndexPortionAsync(db, transaction), cancellationToken);
        return true;
    }

    private static async Task IndexPortionAsync(TwitterDb db, CancellationToken cancellationToken)
    {
        var held = await db.SearchRebuilds.FromSqlRaw(db.Sql(Hold), SearchRebuild.TheOne).AsNoTracking().ToListAsync(cancellationToken);
        if (held is not [{ } rebuild])
        {
            return;
        }

        var tweets = await db.Tweets.FromSqlRaw(db.Sql(NextTweets), rebuild.Position, SearchIndex.Portion).AsNoTracking().ToListAsync(cancellationToken);
        var isLast = tweets.Count < SearchIndex.Portion;
        var end = isLast ? EntryIds.Last : tweets[^1].Id;
        await SearchIndex.RemoveOrphansAsync(db, rebuild.Position, end, cancellationToken);
        await SearchIndex.PutAsync(db, tweets, cancellationToken);
        var rows = db.SearchRebuilds.Where(row => row.Id == rebuild.Id);
        await (isLast
            ? rows.ExecuteDeleteAsync(cancellationToken)
            : rows.ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Position, end), cancellationToken));
    }
}
