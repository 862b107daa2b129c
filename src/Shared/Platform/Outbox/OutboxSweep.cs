using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox;

/// <summary>Removes what was delivered long ago or is about something that is no more, and gives up events that no build came to know.</summary>
internal sealed class OutboxSweep<TDb>(
    IDbContextFactory<TDb> databases, IWriter<TDb> writer, IDatabase database, Subscriptions subscriptions, OutboxOptions options, ModuleDatabase<TDb> module, TimeProvider clock)
    : IBackgroundWork, IDisposable
    where TDb : ModuleDb
{
    /// <summary>Rows to a transaction, so that commands need not wait long behind it.</summary>
    private const int Portion = 500;

    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <summary>Time for a rollout to bring the build that knows the event.</summary>
    private static readonly TimeSpan PatienceWithUnknown = TimeSpan.FromHours(24);

    public string Name => $"outbox-sweep:{module.Schema}";

    public Bell Bell { get; } = new();

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await GiveUpUnknownAsync(cancellationToken);
        while (await RemoveSettledAsync(cancellationToken) == Portion)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        while (await RemoveHadAsync(cancellationToken) == Portion)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        while (await RemoveEndedAsync(cancellationToken) == Portion)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Rest;
    }

    public void Dispose() => Bell.Dispose();

    private async Task GiveUpUnknownAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var unknown = Unknown(db).OrderBy(row => row.Position).Take(Portion);
        if (!await unknown.AnyAsync(cancellationToken))
        {
            return;
        }

        await writer.RunAsync(
            db,
            async transaction =>
            {
                await database.LockAsync(db, $"outbox:{db.Schema}", transaction);
                DateTimeOffset? now = clock.Now();
                var rows = await unknown.AsNoTracking().ToListAsync(transaction);
                db.AddRange(rows.Select(row => GivenUp(row, now.Value)));
                await db.WriteAsync(transaction);
                var positions = rows.Select(row => row.Position).ToList();
                await db.Set<OutboxEvent>().Where(row => positions.Contains(row.Position))
                    .ExecuteUpdateAsync(row => row.SetProperty(settled => settled.SettledAt, now), transaction);
            },
            cancellationToken);
    }

    private IQueryable<OutboxEvent> Unknown(TDb db)
    {
        var known = subscriptions.EventNames;
        var longAgo = clock.Now() - PatienceWithUnknown;
        return db.Set<OutboxEvent>().Where(row => row.SettledAt == null && !known.Contains(row.Name) && row.OccurredAt <= longAgo);
    }

    private static OwedDelivery GivenUp(OutboxEvent row, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Position = row.Position,
        Handler = OwedDelivery.NoHandler,
        Key = row.Key,
        Attempts = 0,
        DueAt = now,
        DeadAt = now,
        Failure = "No build that runs here knows this event.",
    };

    /// <summary>Less the state events, which handlers to come will want, and those that a handler is owed still.</summary>
    private async Task<int> RemoveSettledAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var longAgo = clock.Now() - options.Keep;
        var positions = await db.Set<OutboxEvent>()
            .Where(row => row.SettledAt <= longAgo && row.AudienceId == null && !db.Set<OwedDelivery>().Any(owed => owed.Position == row.Position))
            .OrderBy(row => row.SettledAt).Take(Portion).Select(row => row.Position).ToListAsync(cancellationToken);
        if (positions.Count > 0)
        {
            await writer.RunAsync(db, transaction => db.Set<OutboxEvent>().Where(row => positions.Contains(row.Position)).ExecuteDeleteAsync(transaction), cancellationToken);
        }

        return positions.Count;
    }

    /// <summary>
    /// Twice as late as the events: an event is sent again only while it is not settled, and whatever settles it runs at
    /// every poll. The oldest come first in the order of the ids, which are UUIDv7.
    /// </summary>
    private async Task<int> RemoveHadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var longAgo = clock.Now() - (2 * options.Keep);
        var oldest = await db.Set<InboxEntry>().OrderBy(entry => entry.EventId).Take(Portion).AsNoTracking().ToListAsync(cancellationToken);
        var ids = oldest.Where(entry => entry.HandledAt <= longAgo).Select(entry => entry.EventId).ToList();
        if (ids.Count > 0)
        {
            await writer.RunAsync(
                db,
                transaction => db.Set<InboxEntry>().Where(entry => ids.Contains(entry.EventId) && entry.HandledAt <= longAgo).ExecuteDeleteAsync(transaction),
                cancellationToken);
        }

        return ids.Count;
    }

    /// <summary>
    /// The state events before one that ended their key, when this build's handlers had all of the key's: none waits, and none is
    /// owed, the dead included. The last one stays, for handlers to come.
    /// </summary>
    private async Task<int> RemoveEndedAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var names = subscriptions.LastStateNames;
        var endings = await db.Set<Audience>().Where(audience => names.Contains(audience.EventName)).Select(audience => (int?)audience.Id).ToListAsync(cancellationToken);
        if (endings.Count == 0)
        {
            return 0;
        }

        var events = db.Set<OutboxEvent>();
        var owed = db.Set<OwedDelivery>();
        var had = events.Where(last => endings.Contains(last.AudienceId) && last.Key != null
            && !events.Any(open => open.Key == last.Key && open.SettledAt == null)
            && !owed.Any(delivery => delivery.Key == last.Key));
        var positions = await had
            .SelectMany(last => events.Where(row => row.Key == last.Key && row.AudienceId != null && row.Position < last.Position), (_, row) => row.Position)
            .Order().Take(Portion).ToListAsync(cancellationToken);
        if (positions.Count > 0)
        {
            // Asked again where it counts: a build with a new handler may have opened them meanwhile.
            await writer.RunAsync(
                db,
                transaction => events
                    .Where(row => positions.Contains(row.Position) && row.SettledAt != null && !owed.Any(delivery => delivery.Position == row.Position))
                    .ExecuteDeleteAsync(transaction),
                cancellationToken);
        }

        return positions.Count;
    }
}
