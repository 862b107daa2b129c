using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>What waits in a module's outbox. Measured whenever its dispatcher comes to rest, so at least with each poll.</summary>
internal sealed class OutboxFigures<TDb>(IDbContextFactory<TDb> databases, OutboxTelemetry telemetry, ModuleDatabase<TDb> module, TimeProvider clock)
    where TDb : ModuleDb
{
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (!telemetry.Pending.Enabled)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var open = db.Set<OutboxEvent>().Where(row => row.SettledAt == null);
        var pending = await open.LongCountAsync(cancellationToken);
        var oldest = await open.OrderBy(row => row.Position).Select(row => (DateTimeOffset?)row.OccurredAt).FirstOrDefaultAsync(cancellationToken);
        var owed = await db.Set<OwedDelivery>().GroupBy(delivery => delivery.DeadAt != null)
            .Select(group => new { Dead = group.Key, Count = group.LongCount() })
            .ToListAsync(cancellationToken);

        var label = new KeyValuePair<string, object?>("module", module.Schema);
        telemetry.Pending.Record(pending, label);
        telemetry.OldestAge.Record(oldest is { } since ? (clock.Now() - since).TotalSeconds : 0, label);
        telemetry.Retrying.Record(owed.Where(group => !group.Dead).Sum(group => group.Count), label);
        telemetry.Dead.Record(owed.Where(group => group.Dead).Sum(group => group.Count), label);
    }
}
