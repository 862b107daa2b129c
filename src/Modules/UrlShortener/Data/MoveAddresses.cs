using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// Moves the addresses of links that an earlier build made into documents: a migration cannot, since it knows one database. A start
/// that is cut short goes on with the next.
/// </summary>
internal sealed class MoveAddresses(IServiceScopeFactory scopes, IWriter<UrlShortenerDb> writer) : IInitialData
{
    private const int Portion = 500;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        while (await MovePortionAsync(cancellationToken) == Portion)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<int> MovePortionAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        var documents = scope.ServiceProvider.GetRequiredService<ILinkDocuments>();
        var unmoved = await db.UnmovedAddresses.OrderBy(address => address.LinkId).Take(Portion).ToListAsync(cancellationToken);
        var ids = unmoved.Select(address => address.LinkId).ToList();
        var links = await db.Links.Where(link => ids.Contains(link.Id)).ToDictionaryAsync(link => link.Id, cancellationToken);
        foreach (var address in unmoved)
        {
            var document = new LinkDocument(address.Url, RedirectStatus.Default, ValidFrom: null, ExpiresAt: null, Tags: []);
            links[address.LinkId].LeadBy(document, await documents.KeepAsync(document, cancellationToken));
            db.UnmovedAddresses.Remove(address);
        }

        if (unmoved.Count > 0)
        {
            await writer.SaveAsync(db, cancellationToken);
        }

        return unmoved.Count;
    }
}
