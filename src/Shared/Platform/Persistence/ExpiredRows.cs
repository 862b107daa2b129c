using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;

namespace SystemDesign.Platform.Persistence;

/// <summary>Deletes the rows of a table that have lasted their time, in the background: no request pays for it.</summary>
internal sealed class ExpiredRows<TDb, TRow>(IDbContextFactory<TDb> databases, IWriter<TDb> writer, Expiry<TDb, TRow> expiry, ModuleDatabase<TDb> module, TimeProvider clock)
    : IBackgroundWork, IDisposable
    where TDb : ModuleDb
    where TRow : class
{
    /// <summary>A sweep shares the writer with users, so it lets go of it after each handful.</summary>
    private const int Handful = 500;

    /// <summary>Nobody notices when: whoever reads the rows knows which are over.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    public string Name => $"{expiry.Sweep}:{module.Schema}";

    public Bell Bell { get; } = new();

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        return Rest;
    }

    public void Dispose() => Bell.Dispose();

    /// <summary>Instances may sweep at once: what one has deleted, the other does not find.</summary>
    /// <returns>How many rows are gone.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var over = clock.Now() - expiry.Keep;
        var swept = 0;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        while (await FindHandfulAsync(db, over, cancellationToken) is { } newest)
        {
            db.OnSave(async cancellation => swept += await expiry.Until(newest, db.Set<TRow>()).ExecuteDeleteAsync(cancellation));
            await writer.SaveAsync(db, cancellationToken);
        }

        return swept;
    }

    /// <returns>The instant up to which there is a handful to delete; nothing if nothing is over.</returns>
    private async Task<DateTimeOffset?> FindHandfulAsync(TDb db, DateTimeOffset over, CancellationToken cancellationToken)
    {
        var oldest = expiry.Until(over, db.Set<TRow>()).Select(expiry.Since).OrderBy(since => since).Take(Handful);
        return await oldest.MaxAsync(since => (DateTimeOffset?)since, cancellationToken);
    }
}
