using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Architecture.Probes.Bans;

internal sealed class Saves
{
    public static int AtOnce(DbContext db) => db.SaveChanges();

    public static Task<int> Later(ModuleDb db) => db.SaveChangesAsync();

    public static Func<T, Task> InAsyncLambda<T>(ModuleDb db) => async entity =>
    {
        db.Add(entity!);
        await db.SaveChangesAsync();
    };

    public static async Task InATransaction(DbContext db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await transaction.CommitAsync();
    }

    public static async Task InAnIsolatedTransaction(DbContext db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        await transaction.CommitAsync();
    }

    public static async Task InTheDriversTransaction(DbConnection connection)
    {
        await using var transaction = connection.BeginTransaction();
        await transaction.CommitAsync();
    }
}
