namespace SystemDesign.Platform.Persistence.Postgres;

/// <summary>A transaction per caller: the server shares commits among them by itself.</summary>
internal sealed class PostgresTransactions<TDb> : ITransactions<TDb>
    where TDb : ModuleDb
{
    public async Task RunAsync(TDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        // The transaction is the savepoint: what fails in it is undone with all of it.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await work(cancellationToken);

        // Not given up half-way: its caller would hear that nothing was written, and what reacts to the commit would not run.
        await transaction.CommitAsync(CancellationToken.None);
    }
}
