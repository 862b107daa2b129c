using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Idempotency;

/// <summary>Deletes the keys of a module's database that have lasted their time, in the background: no request pays for it.</summary>
internal sealed class ExpiredKeys<TDb>(IDbContextFactory<TDb> databases, IWriter<TDb> writer, ModuleDatabase<TDb> module, TimeProvider clock)
    : IBackgroundWork, IDisposable
    where TDb : ModuleDb
{
    /// <summary>A sweep shares the writer with users, so it lets go of it after each handful.</summary>
    private const int Handful = 500;

    public string Name => $"idempotency-sweep:{module.Schema}";

    public Bell Bell { get; } = new();

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        return Keeping.SweepInterval;
    }

    public void Dispose() => Bell.Dispose();

    /// <summary>Instances may sweep at once: what one has deleted, the other does not find.</summary>
    /// <returns>How many rows are gone.</returns>
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
