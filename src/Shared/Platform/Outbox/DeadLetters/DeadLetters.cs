using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Paging;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Paging;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.DeadLetters;

internal sealed class DeadLetters<TDb>(
    IDbContextFactory<TDb> databases, IWriter<TDb> writer, OutboxBell<TDb> outbox, ModuleDatabase<TDb> module, TimeProvider clock) : IDeadLetters
    where TDb : ModuleDb
{
    public async Task<Page<DeadLetter>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var dead = await db.Set<OwedDelivery>().AsNoTracking().Where(delivery => delivery.DeadAt != null)
            .ToPageAsync(DeadLetterPages.Order, DeadLetterPages.List, page, cancellationToken);
        var positions = dead.Items.Select(delivery => delivery.Position).ToList();
        var events = await db.Set<OutboxEvent>().AsNoTracking().Where(row => positions.Contains(row.Position))
            .ToDictionaryAsync(row => row.Position, cancellationToken);
        return dead.Select(delivery => Show(delivery, events[delivery.Position]));
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
        outbox.Ring();
        return redriven > 0;
    }

    private DeadLetter Show(OwedDelivery delivery, OutboxEvent row) => new(
        delivery.Id,
        module.Schema,
        row.Id,
        row.Name,
        row.Key,
        row.Payload,
        string.IsNullOrEmpty(delivery.Handler) ? null : delivery.Handler,
        delivery.Attempts,
        delivery.Failure,
        row.OccurredAt,
        delivery.DeadAt!.Value);
}
