using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>
/// Takes new events of a module, and settles them. A claim is a short transaction that no other runs beside, so that any
/// number of instances share the work and a key's events are with one of them at a time.
/// </summary>
internal sealed class EventClaims<TDb>(
    IDbContextFactory<TDb> databases, IWriter<TDb> writer, IDatabase database, Subscriptions subscriptions, Audiences<TDb> audiences, OutboxOptions options, TimeProvider clock)
    where TDb : ModuleDb
{
    private const int MaximumClaim = 256;

    /// <summary>Read before the claim, which would write: most of the time there is nothing.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Claimable(db, clock.Now()).AnyAsync(cancellationToken);
    }

    public async Task<Claim<OutboxEvent>> TakeAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.Now();
        var lease = Guid.CreateVersion7(now);
        var until = now + options.Lease;
        List<OutboxEvent> events = [];
        await writer.RunAsync(
            db,
            async transaction =>
            {
                await database.LockAsync(db, $"outbox:{db.Schema}", transaction);
                events = await Claimable(db, now).OrderBy(row => row.Position).Take(MaximumClaim).AsNoTracking().ToListAsync(transaction);
                var positions = events.Select(row => row.Position).ToList();
                var found = db.Set<OutboxEvent>().Where(row => positions.Contains(row.Position));

                // Asked again where it counts: one whose lease was over may have settled them since they were read.
                var taken = await Free(found, now).ExecuteUpdateAsync(
                    row => row.SetProperty(claimed => claimed.Lease, lease).SetProperty(claimed => claimed.LeasedUntil, until),
                    transaction);
                if (taken < events.Count)
                {
                    events = await found.Where(row => row.Lease == lease).OrderBy(row => row.Position).AsNoTracking().ToListAsync(transaction);
                }
            },
            cancellationToken);
        return new(lease, until, events);
    }

    /// <summary>Those of the claim that are still ours have been given to each of their handlers.</summary>
    /// <param name="claim">As taken.</param>
    /// <param name="owed">What handlers did not get.</param>
    /// <param name="cancellationToken">Leaves the claim to its lease.</param>
    public async Task SettleAsync(Claim<OutboxEvent> claim, IReadOnlyList<OwedDelivery> owed, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var had = await audiences.AfterAsync(claim.Items, cancellationToken);
        DateTimeOffset? now = clock.Now();
        await writer.RunAsync(
            db,
            async transaction =>
            {
                var ours = Ours(db, claim);
                var settled = await ours.ExecuteUpdateAsync(row => row.SetProperty(taken => taken.SettledAt, now), transaction);
                foreach (var (name, before, after) in had)
                {
                    await ours.Where(row => row.Name == name && row.AudienceId == before)
                        .ExecuteUpdateAsync(row => row.SetProperty(taken => taken.AudienceId, after), transaction);
                }

                if (owed.Count > 0)
                {
                    var positions = settled == claim.Items.Count ? null : await ours.Select(row => row.Position).ToListAsync(transaction);
                    db.AddRange(owed.Where(delivery => positions is null || positions.Contains(delivery.Position)));
                    await db.WriteAsync(transaction);
                }
            },
            cancellationToken);
    }

    /// <summary>Gives back what was not settled, for others to take at once.</summary>
    public async Task ReturnAsync(Claim<OutboxEvent> claim, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await writer.RunAsync(
            db,
            transaction => Ours(db, claim)
                .Where(row => row.SettledAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(taken => taken.LeasedUntil, (DateTimeOffset?)null), transaction),
            cancellationToken);
    }

    /// <summary>By position, which has an index; the lease says which of them nobody else took meanwhile.</summary>
    private static IQueryable<OutboxEvent> Ours(TDb db, Claim<OutboxEvent> claim)
    {
        var positions = claim.Items.Select(row => row.Position).ToList();
        return db.Set<OutboxEvent>().Where(row => positions.Contains(row.Position) && row.Lease == claim.Lease);
    }

    /// <summary>
    /// Events that this build knows and nobody works on, less those behind one of their key that another instance has, or
    /// that only a newer build knows.
    /// </summary>
    private IQueryable<OutboxEvent> Claimable(TDb db, DateTimeOffset now)
    {
        var known = subscriptions.EventNames;
        var served = audiences.Served;
        var open = db.Set<OutboxEvent>().Where(row => row.SettledAt == null);
        return Free(db.Set<OutboxEvent>(), now)
            .Where(row => known.Contains(row.Name))
            .Where(row => row.AudienceId == null || !served.Contains(row.AudienceId.Value))
            .Where(row => row.Key == null || !open.Any(earlier =>
                earlier.Key == row.Key && earlier.Position < row.Position && (earlier.LeasedUntil > now || !known.Contains(earlier.Name))));
    }

    private static IQueryable<OutboxEvent> Free(IQueryable<OutboxEvent> rows, DateTimeOffset now) =>
        rows.Where(row => row.SettledAt == null && (row.LeasedUntil == null || row.LeasedUntil <= now));
}
