using SystemDesign.Platform.Outbox.Delivery;

namespace SystemDesign.Platform.Persistence;

internal sealed class Writer<TDb>(ITransactions<TDb> transactions, OutboxBell<TDb> outbox, DatabaseTelemetry telemetry) : IWriter<TDb>
    where TDb : ModuleDb
{
    public async Task RunAsync(TDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await telemetry.WriteAsync(db.Schema, () => transactions.RunAsync(db, work, cancellationToken));
        if (db.TakeHasTold())
        {
            outbox.Ring();
        }

        await db.ReactAsync();
    }
}
