using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>
/// What a module's context writes. It has a savepoint of its own, so that one's violation undoes only that one of the batch.
/// </summary>
internal sealed class ContextWrite(ModuleDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken) : SqliteWrite(cancellationToken)
{
    private const string Savepoint = "one_of_the_batch";

    private readonly ExecutionContext? caller = ExecutionContext.Capture();

    /// <summary>
    /// Makes the work a part of the transaction, or leaves no trace of it there. It runs in its caller's context, so that
    /// what it logs and measures belongs to the caller's request; the context is the loop's own again when this returns.
    /// </summary>
    protected override async Task WriteAsync(SqliteConnection connection, SqliteTransaction transaction)
    {
        if (caller is not null)
        {
            ExecutionContext.Restore(caller);
        }

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
