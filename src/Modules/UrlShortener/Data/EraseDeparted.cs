using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Erasing;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Erases the links of users who left, and who it was that reported others'.</summary>
internal sealed class EraseDeparted(
    IServiceScopeFactory scopes, IWriter<UrlShortenerDb> writer, Races races, BellOf<EraseDeparted> erasures, TimeProvider clock)
    : ErasingWork<UrlShortenerDb, Erasure, Guid>(scopes, writer, races, erasures.Bell, clock)
{
    /// <summary>Links to a transaction.</summary>
    private const int Portion = 100;

    public override string Name => "url-shortener.erasures";

    protected override int AtOnce => 100;

    protected override Expression<Func<Erasure, Guid>> Key => erasure => erasure.UserId;

    protected override IQueryable<Erasure> Of(UrlShortenerDb db, IReadOnlyList<Guid> departed) => db.Erasures.Where(erasure => departed.Contains(erasure.UserId));

    protected override async Task<Func<CancellationToken, Task<bool>>> FindPortionAsync(
        IServiceProvider services, UrlShortenerDb db, IReadOnlyList<Guid> departed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var redirects = services.GetRequiredService<Redirects>();
        var removal = services.GetRequiredService<LinkRemoval>();
        var links = await db.Links.Include(link => link.Tags)
            .Where(link => link.OwnerId != null && departed.Contains(link.OwnerId.Value)).Take(Portion).ToListAsync(cancellationToken);
        foreach (var link in links)
        {
            removal.Remove(link, now);
            redirects.ForgetWhenCommitted(db, link.Code);
        }

        return links.Count == Portion
            ? _ => Task.FromResult(true)
            : async transaction =>
            {
                await db.Reports.Where(report => report.ReporterId != null && departed.Contains(report.ReporterId.Value))
                    .ExecuteUpdateAsync(row => row.SetProperty(report => report.ReporterId, (Guid?)null), transaction);
                return false;
            };
    }
}
