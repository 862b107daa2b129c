using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Notifications.Data;

/// <summary>
/// Takes deliveries that are due, and settles them. An attempt is written down before it is made, and its answer after it: a process that dies in
/// between leaves a lease that runs out, and the delivery is handed over again under its same id. An answer that could not be written stays in
/// memory and is written before anything else is taken, so that nothing goes out twice because the database was away.
/// </summary>
internal sealed class DeliveryClaims(IDbContextFactory<NotificationsDb> databases, IWriter<NotificationsDb> writer, TimeProvider clock)
{
    private const string DueOnSqlite = $$"""SELECT * FROM {{DeliveryMapping.Table}} WHERE state = {0} AND not_before <= {1} ORDER BY not_before LIMIT {2}""";

    /// <summary>Nobody waits for those that another instance is just taking.</summary>
    private const string DueOnPostgres =
        $$"""
        SELECT * FROM {{NotificationsDb.SchemaName}}.{{DeliveryMapping.Table}} WHERE state = {0} AND not_before <= {1}
        ORDER BY not_before LIMIT {2} FOR UPDATE SKIP LOCKED
        """;

    /// <summary>Longer than all servers that there can be take together, one after the other.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<Guid, Settlement> unwritten = new();

    /// <summary>Not to be given up half-way: nobody would give back what was taken.</summary>
    public async Task<DeliveryClaim> TakeAsync(int most)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = clock.Now();
        var lease = Guid.CreateVersion7(now);
        if (!await Waiting(db).AnyAsync(delivery => delivery.NotBefore <= now))
        {
            return new(lease, []);
        }

        List<Delivery> taken = [];
        await writer.RunAsync(
            db,
            async transaction =>
            {
                taken = await db.Deliveries.FromSqlRaw(db.Database.IsSqlite() ? DueOnSqlite : DueOnPostgres, (int)DeliveryState.Waiting, now, most)
                    .AsNoTracking().ToListAsync(transaction);
                var ids = taken.Select(delivery => delivery.Id).ToList();
                await db.Deliveries.Where(delivery => ids.Contains(delivery.Id)).ExecuteUpdateAsync(
                    row => row.SetProperty(delivery => delivery.Lease, (Guid?)lease).SetProperty(delivery => delivery.NotBefore, now + Lease), transaction);
            },
            CancellationToken.None);
        return new(lease, taken);
    }

    /// <summary>Writes that an attempt is made now.</summary>
    /// <returns>Whether it may be: else the lease was over, and another instance may have it.</returns>
    public async Task<bool> BeginAsync(Delivery delivery, Guid lease)
    {
        var now = clock.Now();
        var begun = 0;
        await WriteAsync(async (db, transaction) => begun = await Ours(db, delivery.Id, lease).Where(row => row.NotBefore > now).ExecuteUpdateAsync(
            row => row.SetProperty(ours => ours.Attempts, delivery.Attempts + 1).SetProperty(ours => ours.NotBefore, now + Lease), transaction));
        return begun > 0;
    }

    /// <summary>Nothing was handed over: if the lease was over meanwhile, whoever has it decides.</summary>
    public Task PutBackAsync(Delivery delivery, Guid lease, Settlement settlement) =>
        WriteAsync((db, transaction) => SettleAsync(Ours(db, delivery.Id, lease), settlement, transaction));

    /// <summary>It was handed over, and what came of it is a fact, whoever has the lease by now.</summary>
    public async Task SettleAsync(Guid id, Settlement settlement)
    {
        unwritten[id] = settlement;
        await WriteAsync((db, transaction) => SettleAsync(Waiting(db).Where(delivery => delivery.Id == id), settlement, transaction));
        unwritten.TryRemove(id, out _);
    }

    public async Task SettleUnwrittenAsync()
    {
        foreach (var (id, settlement) in unwritten)
        {
            await SettleAsync(id, settlement);
        }
    }

    /// <summary>Gives back what was not looked after, for others to take at once.</summary>
    public Task ReturnAsync(DeliveryClaim claim)
    {
        var handedOver = unwritten.Keys.ToList();
        return WriteAsync((db, transaction) => Waiting(db).Where(delivery => delivery.Lease == claim.Lease && !handedOver.Contains(delivery.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(delivery => delivery.Lease, (Guid?)null).SetProperty(delivery => delivery.NotBefore, clock.Now()), transaction));
    }

    /// <returns>How many wait, and when the first of them is due; UTC.</returns>
    public async Task<(long Count, DateTimeOffset? FirstDue)> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await Waiting(db).LongCountAsync(cancellationToken), await Waiting(db).MinAsync(delivery => (DateTimeOffset?)delivery.NotBefore, cancellationToken));
    }

    private static IQueryable<Delivery> Waiting(NotificationsDb db) => db.Deliveries.Where(delivery => delivery.State == DeliveryState.Waiting);

    private static IQueryable<Delivery> Ours(NotificationsDb db, Guid id, Guid lease) => Waiting(db).Where(delivery => delivery.Id == id && delivery.Lease == lease);

    private Task<int> SettleAsync(IQueryable<Delivery> which, Settlement settlement, CancellationToken cancellationToken)
    {
        DateTimeOffset? settledAt = settlement.State is DeliveryState.Waiting ? null : clock.Now();
        return which.ExecuteUpdateAsync(
            row => row
                .SetProperty(delivery => delivery.State, settlement.State)
                .SetProperty(delivery => delivery.Attempts, settlement.Attempts)
                .SetProperty(delivery => delivery.NotBefore, settlement.NotBefore)
                .SetProperty(delivery => delivery.Provider, settlement.Provider)
                .SetProperty(delivery => delivery.LastError, settlement.LastError)
                .SetProperty(delivery => delivery.SettledAt, settledAt)
                .SetProperty(delivery => delivery.SealedCode, delivery => settledAt == null ? delivery.SealedCode : null)
                .SetProperty(delivery => delivery.Lease, (Guid?)null),
            cancellationToken);
    }

    private async Task WriteAsync(Func<NotificationsDb, CancellationToken, Task> work)
    {
        await using var db = await databases.CreateDbContextAsync();
        await writer.RunAsync(db, transaction => work(db, transaction), CancellationToken.None);
    }
}
