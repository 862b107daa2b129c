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
internal sealed class EraseDeparted(IServiceScopeFactory scopes, IWriter<UrlShortenerDb> writer, BellOf<EraseDeparted> erasures, TimeProvider clock) : IBackgroundWork, IDisposable
{
    /// <summary>Longer than an access token lives (10 minutes), by more than the clocks of instances may differ.</summary>
    public static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(15);

    /// <summary>Users, and links, to a transaction.</summary>
    private const int Portion = 100;

    private const string DueOnSqlite = "SELECT * FROM erasures WHERE not_before IS NULL OR not_before <= {0} ORDER BY not_before LIMIT {1}";

    /// <summary>Nobody waits for those that another instance is just taking.</summary>
    private const string DueOnPostgres =
        $$"""
        SELECT * FROM {{UrlShortenerDb.SchemaName}}.erasures WHERE not_before IS NULL OR not_before <= {0}
        ORDER BY not_before LIMIT {1} FOR UPDATE SKIP LOCKED
        """;

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
            while (await ClaimAsync(cancellationToken) is { Count: > 0 } departed)
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

    /// <summary>Two instances at one user's links would only be in each other's way. Not to be given up half-way: nobody would give it back.</summary>
    private async Task<IReadOnlyList<Guid>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        var now = clock.Now();
        if (!await db.Erasures.AnyAsync(erasure => erasure.NotBefore == null || erasure.NotBefore <= now, cancellationToken))
        {
            return [];
        }

        List<Guid> departed = [];
        await writer.RunAsync(
            db,
            async transaction =>
            {
                departed = await db.Erasures.FromSqlRaw(db.Database.IsSqlite() ? DueOnSqlite : DueOnPostgres, now, Portion)
                    .Select(erasure => erasure.UserId).ToListAsync(transaction);
                await RestAsync(db, departed, now + Lease, transaction);
            },
            CancellationToken.None);
        return departed;
    }

    private async Task EraseAsync(IReadOnlyList<Guid> departed, CancellationToken cancellationToken)
    {
        try
        {
            while (await ErasePortionAsync(departed, cancellationToken))
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

    private async Task ReturnAsync(IReadOnlyList<Guid> departed)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        await writer.RunAsync(db, transaction => RestAsync(db, departed, null, transaction), CancellationToken.None);
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> ErasePortionAsync(IReadOnlyList<Guid> departed, CancellationToken cancellationToken)
    {
        using var span = Spans.StartActivity(nameof(EraseDeparted));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        var redirects = scope.ServiceProvider.GetRequiredService<Redirects>();
        var removal = scope.ServiceProvider.GetRequiredService<LinkRemoval>();
        var links = await db.Links.Include(link => link.Tags)
            .Where(link => link.OwnerId != null && departed.Contains(link.OwnerId.Value)).Take(Portion).ToListAsync(cancellationToken);
        var now = clock.Now();
        foreach (var link in links)
        {
            removal.Remove(link, now);
            redirects.ForgetWhenCommitted(db, link.Code);
        }

        var hasMore = links.Count == Portion;
        if (!hasMore)
        {
            EndOnSave(db, departed, now);
        }

        db.OnSave(async transaction => await RestAsync(db, departed, now + (hasMore ? Lease : Aftermath), transaction));
        await writer.SaveAsync(db, cancellationToken);
        return hasMore;
    }

    /// <summary>What they wrote besides links, and then themselves, unless something of theirs can still come.</summary>
    private static void EndOnSave(UrlShortenerDb db, IReadOnlyList<Guid> departed, DateTimeOffset now)
    {
        db.OnSave(transaction => db.Reports.Where(report => report.ReporterId != null && departed.Contains(report.ReporterId.Value))
            .ExecuteUpdateAsync(row => row.SetProperty(report => report.ReporterId, (Guid?)null), transaction));
        db.OnSave(transaction => db.Erasures.Where(erasure => departed.Contains(erasure.UserId) && erasure.LeftAt <= now - Aftermath).ExecuteDeleteAsync(transaction));
    }

    private static Task<int> RestAsync(UrlShortenerDb db, IReadOnlyList<Guid> departed, DateTimeOffset? notBefore, CancellationToken cancellationToken) => db.Erasures
        .Where(erasure => departed.Contains(erasure.UserId))
        .ExecuteUpdateAsync(row => row.SetProperty(erasure => erasure.NotBefore, notBefore), cancellationToken);
}
