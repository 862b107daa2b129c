using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Domain.Feeds;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Nobody writes while the policy is held, so what is not pushed until now is known by one id: that of the newest entry, of all for a policy and of
/// theirs for a person.
/// </summary>
internal sealed class FeedPolicies(TwitterDb db) : IFeedPolicies
{
    private const string Hold = "SELECT pushed_since AS \"Value\" FROM {feed_policies} {for_update}";

    private const string Write = "UPDATE {feed_policies} SET strategy = {0}, threshold = {1}, pushed_since = {2}";

    private const string Newest = "SELECT id AS \"Value\" FROM {entries} ORDER BY id DESC LIMIT 1";

    private const string PullTheFamous = "UPDATE {people} SET pushed_since = {1} WHERE followers >= {0} AND pushed_since <> {1}";

    private const string PushTheOthers =
        """
        UPDATE {people} SET pushed_since = coalesce((SELECT id FROM {entries} WHERE actor = {people}.number ORDER BY id DESC LIMIT 1), {2})
        WHERE pushed_since = {1} AND 10 * followers < 9 * {0}
        """;

    public async Task<FeedPolicy> ReadAsync(CancellationToken cancellationToken) =>
        await db.FeedPolicies.Select(policy => new FeedPolicy(policy.Strategy, policy.Threshold)).SingleAsync(cancellationToken);

    public void Change(FeedPolicy policy) => db.OnSave(async cancellationToken =>
    {
        var before = (await db.Database.SqlQueryRaw<Guid>(db.Sql(Hold)).ToListAsync(cancellationToken)).Single();
        var since = policy.Strategy is FeedStrategy.Pull ? EntryIds.Last
            : before == EntryIds.Last ? (await db.Database.SqlQueryRaw<Guid>(db.Sql(Newest)).ToListAsync(cancellationToken)).FirstOrDefault()
            : before;
        await db.Database.ExecuteSqlRawAsync(db.Sql(Write), [(int)policy.Strategy, policy.Threshold, since], cancellationToken);
        if (policy.Strategy is FeedStrategy.Hybrid)
        {
            await db.Database.ExecuteSqlRawAsync(db.Sql(PullTheFamous), [policy.Threshold, EntryIds.Last], cancellationToken);
        }

        if (policy.Strategy is not FeedStrategy.Pull)
        {
            var threshold = policy.Strategy is FeedStrategy.Hybrid ? policy.Threshold : int.MaxValue / 16;
            await db.Database.ExecuteSqlRawAsync(db.Sql(PushTheOthers), [threshold, EntryIds.Last, EntryIds.First], cancellationToken);
        }
    });
}
