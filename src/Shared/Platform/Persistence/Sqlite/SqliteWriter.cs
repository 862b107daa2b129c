using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>
/// The one writer of a file. A commit waits for the disk, so those that come meanwhile wait together and share the next one
/// (group commit). Nobody is answered before it.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>Bounds how long the first of a batch waits for the last.</summary>
    private const int MaximumBatch = 64;

    /// <summary>Beyond this the callers wait to get in, so that an overload shows as latency and not as memory.</summary>
    private const int MaximumQueue = 4_096;

    private readonly Channel<SqliteWrite> queue = Channel.CreateBounded<SqliteWrite>(new BoundedChannelOptions(MaximumQueue) { SingleReader = true });
    private readonly SqliteFiles files;
    private readonly string name;
    private readonly DatabaseTelemetry telemetry;
    private readonly Task loop;
    private SqliteConnection? connection;
    private bool hasLetGo;

    /// <param name="files">Where it lies.</param>
    /// <param name="name">The file's.</param>
    /// <param name="telemetry">Hears of waits and commits.</param>
    public SqliteWriter(SqliteFiles files, string name, DatabaseTelemetry telemetry)
    {
        this.files = files;
        this.name = name;
        this.telemetry = telemetry;

        // Whoever happens to be the first to write must not have the loop in their trace for ever.
        using (ExecutionContext.SuppressFlow())
        {
            loop = Task.Run(CommitUntilClosedAsync);
        }
    }

    /// <summary>Ends when the work is on disk, or with what undid it.</summary>
    public async Task RunAsync(SqliteWrite write, CancellationToken cancellationToken)
    {
        await queue.Writer.WriteAsync(write, cancellationToken);
        await write.Settled;
    }

    /// <summary>Takes no more work. What was accepted is still written.</summary>
    public Task CloseAsync()
    {
        queue.Writer.TryComplete();
        return loop;
    }

    /// <summary>Lets go of the file, once; after its readers, so that it is left whole, without a log beside it.</summary>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Interlocked.Exchange(ref hasLetGo, true))
        {
            return;
        }

        try
        {
            connection ??= await OpenToTidyUpAsync();
        }
        catch (SqliteException)
        {
            // It is gone, or cannot be written: then nothing can be left whole.
            return;
        }

        await connection.DisposeAsync();
    }

    /// <summary>Where nothing was written: of those that only read, the last may not remove the log.</summary>
    private async Task<SqliteConnection> OpenToTidyUpAsync()
    {
        var writer = files.OpenWriter(name);
        await using var command = writer.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint";
        await command.ExecuteNonQueryAsync();
        return writer;
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
            connection ??= files.OpenWriter(name);
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            while (batch.Count < MaximumBatch && queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
                telemetry.Waited(name, write.Waited);
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

        telemetry.Committed(name, batch.Count, failure);
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
