using SystemDesign.Platform.Outbox.Delivery;

namespace SystemDesign.Platform.Persistence;

internal sealed class Writer<TDb>(ITransactions<TDb> transactions, OutboxBell<TDb> outbox) : IWriter<TDb>
    where TDb : ModuleDb
{
    public async Task RunAsync(TDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await transactions.RunAsync(db, work, cancellationToken);
        if (db.TakeHasTold())
        {
            outbox.Bell.Ring();
        }

        await db.ReactAsync();
    }
}
