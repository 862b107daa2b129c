using System.Diagnostics;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Erasing;

/// <summary>
/// Erases what is left in a module of users who left: a portion at a time, so that nobody waits long behind it, and then once more, when the last of their access
/// tokens has run out, since another instance may have taken one for good until then.
/// </summary>
/// <typeparam name="TDb">The module's database.</typeparam>
/// <typeparam name="TErasure">Its rows, one for each of them.</typeparam>
/// <typeparam name="TKey">What they are known by there.</typeparam>
/// <param name="scopes">Each portion has one of its own.</param>
/// <param name="writer">The module's.</param>
/// <param name="races">What others do to the same rows meanwhile may be in the way.</param>
/// <param name="bell">Rung when somebody has left.</param>
/// <param name="clock">For the times.</param>
public abstract class ErasingWork<TDb, TErasure, TKey>(IServiceScopeFactory scopes, IWriter<TDb> writer, Races races, Bell bell, TimeProvider clock)
    : IBackgroundWork, IDisposable
    where TDb : ModuleDb
    where TErasure : Departure
{
    /// <summary>More than were seen, which was two in a row.</summary>
    private const int MostRaces = 10;

    private readonly ActivitySource spans = new(typeof(TDb).Assembly.GetName().Name!);

    /// <summary>One at a time in this process: a second would find what the first is at, and leave it.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    public abstract string Name { get; }

    public Bell Bell => bell;

    /// <summary>The most users who are erased together.</summary>
    protected abstract int AtOnce { get; }

    protected abstract Expression<Func<TErasure, TKey>> Key { get; }

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (await ClaimAsync(cancellationToken) is { Count: > 0 } departed)
            {
                await EraseAsync(departed, cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }

        return ErasureTimes.Rest;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract IQueryable<TErasure> Of(TDb db, IReadOnlyList<TKey> departed);

    /// <summary>Finds a portion of what they left.</summary>
    /// <param name="services">Of the portion's scope, whose context is <paramref name="db"/>.</param>
    /// <param name="db">Is saved afterwards.</param>
    /// <param name="departed">Who.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Of the process.</param>
    /// <returns>What is to be done within the transaction, and tells whether there may be more.</returns>
    protected abstract Task<Func<CancellationToken, Task<bool>>> FindPortionAsync(
        IServiceProvider services, TDb db, IReadOnlyList<TKey> departed, DateTimeOffset now, CancellationToken cancellationToken);

    protected virtual void Dispose(bool disposing)
    {
        turn.Dispose();
        spans.Dispose();
    }

    /// <summary>Two instances at what one user left would only be in each other's way. Not to be given up half-way: nobody would give it back.</summary>
    private async Task<IReadOnlyList<TKey>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var now = clock.Now();
        if (!await db.Set<TErasure>().AnyAsync(erasure => erasure.NotBefore == null || erasure.NotBefore <= now, cancellationToken))
        {
            return [];
        }

        List<TKey> departed = [];
        await writer.RunAsync(
            db,
            async transaction =>
            {
                departed = await db.Set<TErasure>().FromSqlRaw(DueIn(db), now, AtOnce).Select(Key).ToListAsync(transaction);
                await RestAsync(db, departed, now + ErasureTimes.Lease, transaction);
            },
            CancellationToken.None);
        return departed;
    }

    /// <summary>Nobody waits for those that another instance is just taking.</summary>
    private static string DueIn(TDb db)
    {
        var due = $"SELECT * FROM {db.Quoted(db.Model.FindEntityType(typeof(TErasure))!.GetTableName()!)} WHERE not_before IS NULL OR not_before <= {{0}} ORDER BY not_before LIMIT {{1}}";
        return db.Database.IsSqlite() ? due : $"{due} FOR UPDATE SKIP LOCKED";
    }

    private async Task EraseAsync(IReadOnlyList<TKey> departed, CancellationToken cancellationToken)
    {
        try
        {
            while (await EraseInRacesAsync(departed, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch
        {
            await ReturnAsync(departed);
            throw;
        }
    }

    private async Task ReturnAsync(IReadOnlyList<TKey> departed)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await writer.RunAsync(db, transaction => RestAsync(db, departed, null, transaction), CancellationToken.None);
    }

    /// <summary>Others are at the same rows, in another order: on PostgreSQL each can wait for the other.</summary>
    private async Task<bool> EraseInRacesAsync(IReadOnlyList<TKey> departed, CancellationToken cancellationToken)
    {
        for (var race = 1; ; race++)
        {
            try
            {
                return await ErasePortionAsync(departed, cancellationToken);
            }
            catch (Exception exception) when (race < MostRaces && races.WereLost(exception))
            {
                // Nothing of it was written.
            }
        }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> ErasePortionAsync(IReadOnlyList<TKey> departed, CancellationToken cancellationToken)
    {
        using var span = spans.StartActivity(GetType().Name);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var now = clock.Now();
        var erase = await FindPortionAsync(scope.ServiceProvider, db, departed, now, cancellationToken);
        var hasMore = false;
        db.OnSave(async transaction =>
        {
            hasMore = await erase(transaction);
            await RestAsync(db, departed, now + (hasMore ? ErasureTimes.Lease : ErasureTimes.Aftermath), transaction);
            if (!hasMore)
            {
                // Themselves, unless something of theirs can still come.
                await Of(db, departed).Where(erasure => erasure.LeftAt <= now - ErasureTimes.Aftermath).ExecuteDeleteAsync(transaction);
            }
        });
        await writer.SaveAsync(db, cancellationToken);
        return hasMore;
    }

    private Task<int> RestAsync(TDb db, IReadOnlyList<TKey> departed, DateTimeOffset? notBefore, CancellationToken cancellationToken) =>
        Of(db, departed).ExecuteUpdateAsync(row => row.SetProperty(erasure => erasure.NotBefore, notBefore), cancellationToken);
}
