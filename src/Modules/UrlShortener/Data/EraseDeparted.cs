using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// Erases what is left of users who left: their links a portion at a time, so that nobody waits long behind it, and then once more,
/// when the last of their access tokens has run out, since another instance may have taken one for good until then.
/// </summary>
internal sealed class EraseDeparted(IServiceScopeFactory scopes, IWriter<UrlShortenerDb> writer, ErasureBell erasures, TimeProvider clock) : IBackgroundWork, IDisposable
{
    /// <summary>Longer than an access token lives (10 minutes), by more than the clocks of instances may differ.</summary>
    public static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(15);

    private const int Portion = 100;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private static readonly ActivitySource Spans = new(typeof(EraseDeparted).Assembly.GetName().Name!);

    /// <summary>One at a time in this process: a second would find what the first is at, and leave it.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    public string Name => "url-shortener.erasures";

    public Bell Bell => erasures.Bell;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var userId in await DepartedAsync(cancellationToken))
            {
                while (await ClaimAsync(userId) is { } until && await EraseClaimedAsync(userId, until, cancellationToken))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }
        finally
        {
            turn.Release();
        }

        return Rest;
    }

    public void Dispose() => turn.Dispose();

    private async Task<IReadOnlyList<Guid>> DepartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        return await db.Erasures.OrderBy(erasure => erasure.UserId).Select(erasure => erasure.UserId).ToListAsync(cancellationToken);
    }

    /// <summary>Two instances at one user's links would only be in each other's way. Not to be given up half-way: nobody would give it back.</summary>
    /// <returns>Until when it is ours; nothing if another instance has it.</returns>
    private async Task<DateTimeOffset?> ClaimAsync(Guid userId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        var now = clock.Now();
        var until = now + Lease;
        var claimed = 0;
        await writer.RunAsync(
            db,
            async transaction => claimed = await db.Erasures
                .Where(erasure => erasure.UserId == userId && (erasure.LeasedUntil == null || erasure.LeasedUntil <= now))
                .ExecuteUpdateAsync(row => row.SetProperty(erasure => erasure.LeasedUntil, until), transaction),
            CancellationToken.None);
        return claimed == 1 ? until : null;
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> EraseClaimedAsync(Guid userId, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            return await ErasePortionAsync(userId, cancellationToken);
        }
        catch
        {
            await ReturnAsync(userId, until);
            throw;
        }
    }

    private async Task ReturnAsync(Guid userId, DateTimeOffset until)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        await writer.RunAsync(
            db,
            transaction => db.Erasures.Where(erasure => erasure.UserId == userId && erasure.LeasedUntil == until)
                .ExecuteUpdateAsync(row => row.SetProperty(free => free.LeasedUntil, (DateTimeOffset?)null), transaction),
            CancellationToken.None);
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> ErasePortionAsync(Guid userId, CancellationToken cancellationToken)
    {
        using var span = Spans.StartActivity(nameof(EraseDeparted));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        var redirects = scope.ServiceProvider.GetRequiredService<Redirects>();
        var removal = scope.ServiceProvider.GetRequiredService<LinkRemoval>();
        var links = await db.Links.Include(link => link.Tags).Where(link => link.OwnerId == userId).Take(Portion).ToListAsync(cancellationToken);
        var now = clock.Now();
        foreach (var link in links)
        {
            removal.Remove(link, now);
            redirects.ForgetWhenCommitted(db, link.Code);
        }

        db.OnSave(transaction => db.Reports.Where(report => report.ReporterId == userId)
            .ExecuteUpdateAsync(row => row.SetProperty(report => report.ReporterId, (Guid?)null), transaction));
        db.OnSave(transaction => db.Erasures.Where(erasure => erasure.UserId == userId)
            .ExecuteUpdateAsync(row => row.SetProperty(free => free.LeasedUntil, (DateTimeOffset?)null), transaction));
        if (links.Count == 0)
        {
            db.OnSave(transaction => db.Erasures.Where(erasure => erasure.UserId == userId && erasure.LeftAt <= now - Aftermath).ExecuteDeleteAsync(transaction));
        }

        await writer.SaveAsync(db, cancellationToken);
        return links.Count == Portion;
    }
}
