using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>One caller's work on its way through the <see cref="SqliteWriter{TDb}"/>.</summary>
internal sealed class SqliteWrite(ModuleDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
{
    private const string Savepoint = "one_of_the_batch";

    private readonly TaskCompletionSource committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the work is on disk, or with what undid it.</summary>
    public Task Committed => committed.Task;

    /// <returns>Whether the work is now part of the transaction; if not, its caller has been told why.</returns>
    public async Task<bool> TryRunAsync(DbConnection connection, DbTransaction transaction)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            committed.SetCanceled(cancellationToken);
            return false;
        }

        try
        {
            await RunAsync(connection, transaction);
            return true;
        }
        catch (Exception exception)
        {
            committed.SetException(exception);
            return false;
        }
    }

    public void Succeed() => committed.SetResult();

    public void Fail(Exception exception) => committed.SetException(exception);

    /// <summary>Lends the context the writer's connection, and takes it back before anyone is told.</summary>
    private async Task RunAsync(DbConnection connection, DbTransaction transaction)
    {
        var reader = db.Database.GetConnectionString();
        await transaction.SaveAsync(Savepoint);
        try
        {
            // Our savepoint spans entities and statements; EF Core's own would only repeat it.
            db.Database.AutoSavepointsEnabled = false;
            db.Database.SetDbConnection(connection);
            await db.Database.UseTransactionAsync(transaction, CancellationToken.None);

            // Once begun it is not given up: those behind it in the batch would pay for it.
            await work(CancellationToken.None);
        }
        catch
        {
            await transaction.RollbackAsync(Savepoint);
            throw;
        }
        finally
        {
            await transaction.ReleaseAsync(Savepoint);
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
            db.Database.SetDbConnection(null);
            db.Database.SetConnectionString(reader);
        }
    }
}
