using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>Takes what handlers are owed and is due again, and settles it.</summary>
internal sealed class OwedDeliveries<TDb>(
    IDbContextFactory<TDb> databases, IWriter<TDb> writer, IDatabase database, Subscriptions subscriptions, HandlersAtRest resting, OutboxOptions options, TimeProvider clock)
    where TDb : ModuleDb
{
    private const int MaximumClaim = 64;

    /// <summary>This build's handlers that can be given something.</summary>
    private IReadOnlyList<string> Awake => [.. subscriptions.Handlers.Where(handler => !resting.Has(handler))];

    public async Task<bool> AnyDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Due(db, clock.Now()).AnyAsync(cancellationToken);
    }

    /// <summary>The next time that one is due to a handler that does not rest, or that a rest is over; nothing if there is neither.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var handlers = Awake;
        var due = await Open(db).Where(delivery => handlers.Contains(delivery.Handler))
            .OrderBy(delivery => delivery.DueAt).Select(delivery => (DateTimeOffset?)delivery.DueAt).FirstOrDefaultAsync(cancellationToken);
        return due is null || resting.NextEnd < due ? resting.NextEnd : due;
    }

    /// <summary>The handlers that are owed an event of a key, so that they must not have later ones of it yet.</summary>
    public async Task<ISet<(string Handler, string Key)>> WaitingKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = await Open(db)
            .Where(delivery => delivery.Key != null && keys.Contains(delivery.Key))
            .Select(delivery => new { delivery.Handler, delivery.Key })
            .Distinct()
            .ToListAsync(cancellationToken);
        return waiting.Select(delivery => (delivery.Handler, delivery.Key!)).ToHashSet();
    }

    public async Task<Claim<Owed>> TakeAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.Now();
        var lease = Guid.CreateVersion7(now);
        var until = now + options.Lease;
        List<Owed> owed = [];
        await writer.RunAsync(
            db,
            async transaction =>
            {
                await database.LockAsync(db, $"outbox:{db.Schema}", transaction);
                owed = await Due(db, now).OrderBy(delivery => delivery.Position).Take(MaximumClaim).AsNoTracking()
                    .Join(db.Set<OutboxEvent>(), delivery => delivery.Position, row => row.Position, (delivery, row) => new Owed(delivery, row))
                    .ToListAsync(transaction);
                var ids = owed.Select(one => one.Delivery.Id).ToList();
                var found = db.Set<OwedDelivery>().Where(delivery => ids.Contains(delivery.Id));

                // Asked again where it counts: one whose lease was over may have settled them since they were read.
                var taken = await Free(found, now).ExecuteUpdateAsync(
                    row => row.SetProperty(claimed => claimed.Lease, lease).SetProperty(claimed => claimed.LeasedUntil, until),
                    transaction);
                if (taken < owed.Count)
                {
                    var ours = await found.Where(delivery => delivery.Lease == lease).Select(delivery => delivery.Id).ToListAsync(transaction);
                    owed = [.. owed.Where(one => ours.Contains(one.Delivery.Id))];
                }
            },
            cancellationToken);
        return new(lease, until, [.. owed.OrderBy(one => one.Event.Position)]);
    }

    /// <summary>Those that were handled are owed no more, those that failed are due later or dead, the others wait on.</summary>
    public async Task SettleAsync(Claim<Owed> claim, IReadOnlyDictionary<Guid, Outcome> outcomes, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await writer.RunAsync(
            db,
            async transaction =>
            {
                var ours = db.Set<OwedDelivery>().Where(delivery => delivery.Lease == claim.Lease);
                var handled = claim.Items.Select(one => one.Delivery.Id).Where(id => outcomes.TryGetValue(id, out var outcome) && outcome.Kind is OutcomeKind.Handled).ToList();
                await ours.Where(delivery => handled.Contains(delivery.Id)).ExecuteDeleteAsync(transaction);
                foreach (var (delivery, _) in claim.Items.Where(one => outcomes.TryGetValue(one.Delivery.Id, out var outcome) && outcome.Kind is OutcomeKind.Failed))
                {
                    var next = Failed(delivery, outcomes[delivery.Id].Failure!);
                    await ours.Where(row => row.Id == delivery.Id).ExecuteUpdateAsync(
                        row => row
                            .SetProperty(failed => failed.Attempts, next.Attempts)
                            .SetProperty(failed => failed.DueAt, next.DueAt)
                            .SetProperty(failed => failed.DeadAt, next.DeadAt)
                            .SetProperty(failed => failed.Failure, next.Failure),
                        transaction);
                }

                await ours.ExecuteUpdateAsync(row => row.SetProperty(free => free.LeasedUntil, (DateTimeOffset?)null), transaction);
            },
            cancellationToken);
    }

    /// <summary>What a handler is owed that did not get an event when it was new.</summary>
    public OwedDelivery Owe(OutboxEvent row, string handler, Outcome outcome)
    {
        var now = clock.Now();
        var owed = new OwedDelivery { Id = Guid.CreateVersion7(now), Position = row.Position, Handler = handler, Key = row.Key, Attempts = 0, DueAt = now };
        return outcome.Kind is OutcomeKind.Failed ? Failed(owed, outcome.Failure!) : owed;
    }

    private OwedDelivery Failed(OwedDelivery delivery, string failure)
    {
        var now = clock.Now();
        var attempts = delivery.Attempts + 1;
        return new()
        {
            Id = delivery.Id,
            Position = delivery.Position,
            Handler = delivery.Handler,
            Key = delivery.Key,
            Attempts = attempts,
            DueAt = now + RetrySchedule.DelayAfter(attempts),
            DeadAt = attempts < RetrySchedule.MaximumAttempts ? null : now,
            Failure = failure[..Math.Min(failure.Length, OutboxTables.MaximumFailureLength)],
        };
    }

    private static IQueryable<OwedDelivery> Open(TDb db) => db.Set<OwedDelivery>().Where(delivery => delivery.DeadAt == null);

    private static IQueryable<OwedDelivery> Free(IQueryable<OwedDelivery> rows, DateTimeOffset now) => rows.Where(delivery =>
        delivery.DeadAt == null && delivery.DueAt <= now && (delivery.LeasedUntil == null || delivery.LeasedUntil <= now));

    /// <summary>Due and nobody's, less those behind one of their handler and key that is neither.</summary>
    private IQueryable<OwedDelivery> Due(TDb db, DateTimeOffset now)
    {
        var handlers = Awake;
        return Free(db.Set<OwedDelivery>(), now)
            .Where(delivery => handlers.Contains(delivery.Handler))
            .Where(delivery => delivery.Key == null || !Open(db).Any(earlier =>
                earlier.Handler == delivery.Handler && earlier.Key == delivery.Key && earlier.Position < delivery.Position
                && (earlier.DueAt > now || earlier.LeasedUntil > now)));
    }
}
