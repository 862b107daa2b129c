using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Redirects;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Where codes lead, the often used ones from memory (US-4), and for a moment that a code leads nowhere.</summary>
internal sealed class Redirects(
    [FromKeyedServices(Redirects.CacheName)] ReadThroughCache<string, Destination> destinations,
    IDbContextFactory<UrlShortenerDb> databases,
    IWriter<UrlShortenerDb> writer) : IRedirects
{
    public const string CacheName = "url-shortener.redirects";

    /// <summary>So that those who follow each link once do not fill the memory; an address has at most 2,048 characters.</summary>
    public static readonly CacheOptions CacheOptions = new() { Limit = 50_000 };

    public ValueTask<Destination?> FindAsync(string code, CancellationToken cancellationToken) => destinations.GetAsync(code, cancellationToken);

    public async Task<bool> TrySpendVisitAsync(Guid linkId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var spent = 0;
        await writer.RunAsync(
            db,
            async transaction => spent = await db.Links
                .Where(link => link.Id == linkId && link.VisitsSpent < link.MaxVisits)
                .Where(link => !link.IsDisabled && link.BannedAt == null && link.DeletedAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(link => link.VisitsSpent, link => link.VisitsSpent + 1), transaction),
            cancellationToken);
        return spent == 1;
    }

    /// <summary>For whoever changes where a code leads: who follows it after the answer gets what that unit of work has saved.</summary>
    public void ForgetWhenCommitted(UrlShortenerDb db, string code) => db.OnCommitted(() => destinations.RemoveAsync(code));
}
