using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>One caller's work on its way through the <see cref="SqliteTransactions{TDb}"/>.</summary>
internal sealed class SqliteWrite(ModuleDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
{
    private const string Savepoint = "one_of_the_batch";

    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExecutionContext? caller = ExecutionContext.Capture();
    private readonly long asked = Stopwatch.GetTimestamp();
    private Exception? failure;

    /// <summary>Ends when the work is on disk, or with what undid it.</summary>
    public Task Settled => settled.Task;

    public TimeSpan Waited => Stopwatch.GetElapsedTime(asked);

    /// <summary>
    /// Makes the work a part of the transaction, or leaves no trace of it there. It runs in its caller's context, so that
    /// what it logs and measures belongs to the caller's request; the context is the loop's own again when this returns.
    /// </summary>
    public async Task RunAsync(DbConnection connection, DbTransaction transaction)
    {
        if (caller is not null)
        {
            ExecutionContext.Restore(caller);
        }

        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RunWithinSavepointAsync(connection, transaction);
        }
        catch (Exception exception)
        {
            failure = exception;
        }
    }

    /// <summary>
    /// Tells the caller, now that the transaction has ended. Not before, even when the work failed: what it failed on
    /// may be a row of the same batch, which the caller could not see yet, and which would be gone if the commit failed.
    /// </summary>
    public void Settle(Exception? commitFailure)
    {
        if ((commitFailure ?? failure) is { } exception)
        {
            settled.SetException(exception);
        }
        else
        {
            settled.SetResult();
        }
    }

    private async Task RunWithinSavepointAsync(DbConnection connection, DbTransaction transaction)
    {
        await transaction.SaveAsync(Savepoint, CancellationToken.None);
        try
        {
            await RunOnAsync(connection, transaction);
        }
        catch
        {
            await transaction.RollbackAsync(Savepoint, CancellationToken.None);
            throw;
        }
        finally
        {
            await transaction.ReleaseAsync(Savepoint, CancellationToken.None);
        }
    }

    /// <summary>Lends the context the writer's connection, and takes it back.</summary>
    private async Task RunOnAsync(DbConnection connection, DbTransaction transaction)
    {
        var reader = db.Database.GetConnectionString();
        try
        {
            // The savepoint spans entities and statements; EF Core's own would only repeat it.
            db.Database.AutoSavepointsEnabled = false;
            db.Database.SetDbConnection(connection);
            await db.Database.UseTransactionAsync(transaction, CancellationToken.None);

            // Once begun it is not given up: those behind it in the batch would pay for it.
            await work(CancellationToken.None);
        }
        finally
        {
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
            db.Database.SetDbConnection(null);
            db.Database.SetConnectionString(reader);
        }
    }
}
