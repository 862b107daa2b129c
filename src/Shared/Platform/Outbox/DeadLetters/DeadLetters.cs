using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.DeadLetters;

internal sealed class DeadLetters<TDb>(
    IDbContextFactory<TDb> databases, IWriter<TDb> writer, OutboxBell<TDb> outbox, ModuleDatabase<TDb> module, TimeProvider clock) : IDeadLetters
    where TDb : ModuleDb
{
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(Guid? before, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var dead = db.Set<OwedDelivery>().Where(delivery => delivery.DeadAt != null);
        if (before is { } id)
        {
            dead = dead.Where(delivery => delivery.Id < id);
        }

        return await dead.OrderByDescending(delivery => delivery.Id).Take(limit)
            .Join(
                db.Set<OutboxEvent>(),
                delivery => delivery.Position,
                row => row.Position,
                (delivery, row) => new DeadLetter(
                    delivery.Id,
                    module.Schema,
                    row.Id,
                    row.Name,
                    row.Key,
                    row.Payload,
                    delivery.Handler == OwedDelivery.NoHandler ? null : delivery.Handler,
                    delivery.Attempts,
                    delivery.Failure,
                    row.OccurredAt,
                    delivery.DeadAt!.Value))
            .ToListAsync(cancellationToken);
    }

    public async Task<bool> RedriveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.Now();
        var redriven = 0;
        await writer.RunAsync(
            db,
            async transaction =>
            {
                var dead = db.Set<OwedDelivery>().Where(delivery => delivery.Id == id && delivery.DeadAt != null);
                redriven = await db.Set<OutboxEvent>()
                    .Where(row => dead.Any(delivery => delivery.Position == row.Position && delivery.Handler == OwedDelivery.NoHandler))
                    .ExecuteUpdateAsync(row => row.SetProperty(again => again.SettledAt, (DateTimeOffset?)null).SetProperty(again => again.LeasedUntil, (DateTimeOffset?)null), transaction);
                redriven = redriven > 0
                    ? await dead.ExecuteDeleteAsync(transaction)
                    : await dead.ExecuteUpdateAsync(
                        row => row
                            .SetProperty(again => again.DeadAt, (DateTimeOffset?)null)
                            .SetProperty(again => again.Attempts, 0)
                            .SetProperty(again => again.DueAt, now),
                        transaction);
            },
            cancellationToken);
        outbox.Bell.Ring();
        return redriven > 0;
    }
}
