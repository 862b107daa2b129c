using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Idempotency;

/// <inheritdoc cref="IExpiredKeys"/>
internal sealed class ExpiredKeys<TDb>(IDbContextFactory<TDb> databases, IWriter<TDb> writer, TimeProvider clock) : IExpiredKeys
    where TDb : ModuleDb
{
    /// <summary>A sweep shares the writer with users, so it lets go of it after each handful.</summary>
    private const int Handful = 500;

    /// <summary>Instances may sweep at once: what one has deleted, the other does not find.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var expired = Keeping.ExpiredAt(clock.Now());
        var swept = 0;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        while (await FindHandfulAsync(db, expired, cancellationToken) is { } newest)
        {
            db.OnSave(async cancellation =>
                swept += await db.Set<KeptAnswer>().Where(kept => kept.CreatedAt <= newest).ExecuteDeleteAsync(cancellation));
            await writer.SaveAsync(db, cancellationToken);
        }

        return swept;
    }

    /// <returns>The instant up to which there is a handful to delete; nothing if nothing has expired.</returns>
    private static async Task<DateTimeOffset?> FindHandfulAsync(TDb db, DateTimeOffset expired, CancellationToken cancellationToken)
    {
        var oldest = db.Set<KeptAnswer>().Where(kept => kept.CreatedAt <= expired).OrderBy(kept => kept.CreatedAt).Take(Handful);
        return await oldest.MaxAsync(kept => (DateTimeOffset?)kept.CreatedAt, cancellationToken);
    }
}
