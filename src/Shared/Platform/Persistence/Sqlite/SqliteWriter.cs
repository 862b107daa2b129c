using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>
/// The one writer of a module's file. A commit waits for the disk, so those that come meanwhile wait together and share
/// the next one (group commit); each has a savepoint of its own, so that one's violation undoes only that one.
/// </summary>
internal sealed class SqliteWriter<TDb> : IWriter<TDb>, IAsyncDisposable
    where TDb : ModuleDb
{
    /// <summary>Bounds how long the first of a batch waits for the last.</summary>
    private const int MaximumBatch = 64;

    /// <summary>Beyond this the callers wait to get in, so that an overload shows as latency and not as memory.</summary>
    private const int MaximumQueue = 4_096;

    private readonly Channel<SqliteWrite> queue = Channel.CreateBounded<SqliteWrite>(new BoundedChannelOptions(MaximumQueue) { SingleReader = true });
    private readonly SqliteDatabase database;
    private readonly ModuleDatabase<TDb> module;
    private readonly Task loop;
    private SqliteConnection? connection;

    public SqliteWriter(SqliteDatabase database, ModuleDatabase<TDb> module)
    {
        this.database = database;
        this.module = module;
        loop = Task.Run(CommitUntilClosedAsync);
    }

    public async Task RunAsync(TDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var write = new SqliteWrite(db, work, cancellationToken);
        await queue.Writer.WriteAsync(write, cancellationToken);
        await write.Committed;
    }

    /// <summary>What was accepted is still written.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
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
        try
        {
            connection ??= database.OpenWriter(module.Schema);
            await using var transaction = await connection.BeginTransactionAsync();
            while (batch.Count < MaximumBatch && queue.Reader.TryRead(out var write))
            {
                if (await write.TryRunAsync(connection, transaction))
                {
                    batch.Add(write);
                }
            }

            await transaction.CommitAsync();
            batch.ForEach(write => write.Succeed());
        }
        catch (Exception exception)
        {
            // Whether the disk is full or the file is gone: nobody may believe in a write that is not there.
            await FailAsync(batch, exception);
        }
    }

    private async Task FailAsync(List<SqliteWrite> batch, Exception exception)
    {
        if (batch.Count == 0 && queue.Reader.TryRead(out var unlucky))
        {
            batch.Add(unlucky);
        }

        batch.ForEach(write => write.Fail(exception));
        if (connection is not null)
        {
            await connection.DisposeAsync();
            connection = null;
        }
    }
}
