using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Erases what is left of people who left, a portion at a time, so that nobody waits long behind it; and then once more, when the last of their
/// access tokens has run out, since another instance may have taken one for good until then. Nobody has seen anything of it meanwhile.
/// </summary>
internal sealed class EraseDeparted(IServiceScopeFactory scopes, IWriter<TwitterDb> writer, Races races, BellOf<EraseDeparted> erasures, TimeProvider clock)
    : IBackgroundWork, IDisposable
{
    /// <summary>Longer than an access token lives (10 minutes), by more than the clocks of instances may differ.</summary>
    public static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(15);

    /// <summary>More than were seen, which was two in a row.</summary>
    private const int MostRaces = 10;

    /// <summary>One at a time, and none that another instance is just taking.</summary>
    private const string Due =
        """
        SELECT * FROM {erasures} WHERE not_before IS NULL OR not_before <= {0} ORDER BY not_before LIMIT 1 {for_update} {skip_locked}
        """;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private static readonly ActivitySource Spans = new(typeof(EraseDeparted).Assembly.GetName().Name!);

    /// <summary>One at a time in this process: a second would find what the first is at, and leave it.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    public string Name => "twitter.erasures";

    public Bell Bell => erasures.Bell;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (await ClaimAsync(cancellationToken) is { } departed)
            {
                await EraseAsync(departed, cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }

        return Rest;
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Two instances at one person would only be in each other's way. Not to be given up half-way: nobody would give it back.</summary>
    private async Task<int?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        var now = clock.Now();
        if (!await db.Erasures.AnyAsync(erasure => erasure.NotBefore == null || erasure.NotBefore <= now, cancellationToken))
        {
            return null;
        }

        int? departed = null;
        await writer.RunAsync(
            db,
            async transaction =>
            {
                departed = (await db.Erasures.FromSqlRaw(db.Sql(Due), now).AsNoTracking().ToListAsync(transaction)).SingleOrDefault()?.Person;
                await RestAsync(db, departed, now + Lease, transaction);
            },
            CancellationToken.None);
        return departed;
    }

    private async Task EraseAsync(int departed, CancellationToken cancellationToken)
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

    private async Task ReturnAsync(int departed)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        await writer.RunAsync(db, transaction => RestAsync(db, departed, null, transaction), CancellationToken.None);
    }

    /// <summary>Feeds are being filled along edges that are to go, several in a transaction and in the order of events: on PostgreSQL each can wait for the other.</summary>
    private async Task<bool> EraseInRacesAsync(int departed, CancellationToken cancellationToken)
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
    private async Task<bool> ErasePortionAsync(int departed, CancellationToken cancellationToken)
    {
        using var span = Spans.StartActivity(nameof(EraseDeparted));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        var traces = scope.ServiceProvider.GetRequiredService<Traces>();
        var now = clock.Now();
        var hasMore = false;
        db.OnSave(async transaction =>
        {
            hasMore = await traces.EraseAsync(departed, now, transaction);
            await RestAsync(db, departed, now + (hasMore ? Lease : Aftermath), transaction);
            if (!hasMore)
            {
                await db.Erasures.Where(erasure => erasure.Person == departed && erasure.LeftAt <= now - Aftermath).ExecuteDeleteAsync(transaction);
            }
        });
        await writer.SaveAsync(db, cancellationToken);
        return hasMore;
    }

    private static Task<int> RestAsync(TwitterDb db, int? departed, DateTimeOffset? notBefore, CancellationToken cancellationToken) => db.Erasures
        .Where(erasure => erasure.Person == departed)
        .ExecuteUpdateAsync(row => row.SetProperty(erasure => erasure.NotBefore, notBefore), cancellationToken);
}
