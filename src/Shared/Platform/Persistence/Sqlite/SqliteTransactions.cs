using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>
/// The one writer of a module's file. A commit waits for the disk, so those that come meanwhile wait together and share
/// the next one (group commit); each has a savepoint of its own, so that one's violation undoes only that one.
/// </summary>
internal sealed class SqliteTransactions<TDb> : ITransactions<TDb>, IAsyncDisposable
    where TDb : ModuleDb
{
    /// <summary>Bounds how long the first of a batch waits for the last.</summary>
    private const int MaximumBatch = 64;

    /// <summary>Beyond this the callers wait to get in, so that an overload shows as latency and not as memory.</summary>
    private const int MaximumQueue = 4_096;

    private readonly Channel<SqliteWrite> queue = Channel.CreateBounded<SqliteWrite>(new BoundedChannelOptions(MaximumQueue) { SingleReader = true });
    private readonly SqliteDatabase database;
    private readonly ModuleDatabase<TDb> module;
    private readonly DatabaseTelemetry telemetry;
    private readonly Task loop;
    private SqliteConnection? connection;

    public SqliteTransactions(SqliteDatabase database, ModuleDatabase<TDb> module, DatabaseTelemetry telemetry)
    {
        this.database = database;
        this.module = module;
        this.telemetry = telemetry;

        // Whoever happens to be the first to write must not have the loop in their trace for ever.
        using (ExecutionContext.SuppressFlow())
        {
            loop = Task.Run(CommitUntilClosedAsync);
        }
    }

    public async Task RunAsync(TDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var write = new SqliteWrite(db, work, cancellationToken);
        await queue.Writer.WriteAsync(write, cancellationToken);
        await write.Settled;
    }

    /// <summary>What was accepted is still written.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        database.CloseReaders(module.Schema);
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task CommitUntilClosedAsync()
    {
        var batch = new List<SqliteWrite>(MaximumBatch);
        while (await queue.Reader.WaitToReadAsync())
        {
            await CommitAsync(batch);
            batch.Clear();
        }
    }

    private async Task CommitAsync(List<SqliteWrite> batch)
    {
        Exception? failure = null;
        try
        {
            connection ??= database.OpenWriter(module.Schema);
            await using var transaction = await connection.BeginTransactionAsync();
            while (batch.Count < MaximumBatch && queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
                telemetry.Waited(module.Schema, write.Waited);
                await write.RunAsync(connection, transaction);
            }

            await transaction.CommitAsync();
        }
        catch (Exception exception)
        {
            // Whether the disk is full or the file is gone: nobody may believe in a write that is not there.
            failure = exception;
            await StartAfreshAsync(batch);
        }

        telemetry.Committed(module.Schema, batch.Count, failure);
        batch.ForEach(write => write.Settle(failure));
    }

    private async Task StartAfreshAsync(List<SqliteWrite> batch)
    {
        if (batch.Count == 0 && queue.Reader.TryRead(out var first))
        {
            // Not even a transaction could be begun; whoever waits longest hears of it, the next one tries again.
            batch.Add(first);
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
            connection = null;
        }
    }
}
