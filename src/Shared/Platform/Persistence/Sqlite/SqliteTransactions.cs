namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>A module's works go through the one writer of its file.</summary>
internal sealed class SqliteTransactions<TDb>(SqliteFiles files, ModuleDatabase<TDb> module, DatabaseTelemetry telemetry) : ITransactions<TDb>, IAsyncDisposable
    where TDb : ModuleDb
{
    private readonly SqliteWriter writer = new(files, module.Schema, telemetry);

    public Task RunAsync(TDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        writer.RunAsync(new ContextWrite(db, work, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await writer.CloseAsync();
        files.CloseReaders(module.Schema);
        await writer.DisposeAsync();
    }
}
