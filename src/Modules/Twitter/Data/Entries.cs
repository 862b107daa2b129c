using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Twitter.Data;

/// <summary>What can stand in feeds, within the transaction of who brings it there.</summary>
internal sealed class Entries(TwitterDb db, FanOutBell fanOuts, Changes changes)
{
    private const string Insert = "INSERT INTO {entries} (id, actor, tweet_id) VALUES ({0}, {1}, {2}) ON CONFLICT (tweet_id, actor) DO NOTHING";

    private const string HeldPolicy = "SELECT pushed_since AS \"Value\" FROM {feed_policies} {for_share}";

    private const string InsertFanOut =
        "INSERT INTO {fan_outs} (entry_id, actor, position) SELECT {0}, number, 0 FROM {people} WHERE number = {1} AND pushed_since <> {2} AND followers > 0";

    private static readonly ActivitySource Spans = new(typeof(Entries).Assembly.GetName().Name!);

    /// <summary>Before anything else is held: an operator who changes the policy waits until whoever writes has ended, and who writes then waits for them.</summary>
    /// <returns>Entries after this one are pushed.</returns>
    public async Task<Guid> HoldPolicyAsync(CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<Guid>(db.Sql(HeldPolicy)).ToListAsync(cancellationToken)).Single();

    /// <summary>
    /// The policy and the actor's row are held already. Whether the entry is pushed is decided here, where nobody changes either at the
    /// same time: so readers, who look at both, know which entries they must pull.
    /// </summary>
    /// <returns>Whether it is new; a person has one entry for each tweet.</returns>
    public async Task<bool> AddAsync(Guid id, int actor, Guid tweetId, Guid pushedSince, CancellationToken cancellationToken)
    {
        if (await db.Database.ExecuteSqlRawAsync(db.Sql(Insert), [id, actor, tweetId], cancellationToken) == 0)
        {
            return false;
        }

        changes.Of(actor);

        if (pushedSince != EntryIds.Last && await db.Database.ExecuteSqlRawAsync(db.Sql(InsertFanOut), [id, actor, EntryIds.Last], cancellationToken) > 0)
        {
            NoteCause(id);
            db.OnCommitted(() =>
            {
                fanOuts.Bell.Ring();
                return Task.CompletedTask;
            });
        }

        return true;
    }

    private void NoteCause(Guid id)
    {
        using var span = Spans.StartActivity("QueueFanOut");
        if (span is not null)
        {
            fanOuts.Note(id, span.Context);
        }
    }
}
