using Microsoft.EntityFrameworkCore;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

internal sealed class Links(UrlShortenerDb db, Redirects redirects) : ILinks
{
    public void Add(Link link)
    {
        db.Links.Add(link);
        redirects.ForgetWhenCommitted(db, link.Code);
    }

    public async Task RemoveAllAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        foreach (var code in await db.Links.Where(link => link.OwnerId == ownerId).Select(link => link.Code).ToListAsync(cancellationToken))
        {
            redirects.ForgetWhenCommitted(db, code);
        }

        db.OnSave(transaction => db.Links.Where(link => link.OwnerId == ownerId).ExecuteDeleteAsync(transaction));
    }

    public Task<Link?> FindAsync(string code, Guid ownerId, CancellationToken cancellationToken) =>
        db.Links.AsNoTracking().SingleOrDefaultAsync(link => link.Code == code && link.OwnerId == ownerId, cancellationToken);
}
