using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain;
using SystemDesign.Twitter.Domain.Feeds;

namespace SystemDesign.Twitter.Data;

/// <summary>The settings decide how entries come into feeds until an operator does.</summary>
internal sealed class FirstFeedPolicy(IDbContextFactory<TwitterDb> databases, IWriter<TwitterDb> writer, TwitterOptions options) : IInitialData
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.FeedPolicies.AnyAsync(cancellationToken))
        {
            return;
        }

        db.FeedPolicies.Add(new()
        {
            Id = FeedPolicyRow.TheOne,
            Strategy = options.Feeds.Strategy,
            Threshold = options.Feeds.Threshold,
            PushedSince = options.Feeds.Strategy is FeedStrategy.Pull ? EntryIds.Last : EntryIds.First,
        });
        db.FeedSegments.Add(new() { Number = 1, Lines = 0 });
        await writer.SaveAsync(db, cancellationToken);
    }
}
