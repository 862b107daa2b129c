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

    public Task RemoveAllAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        db.OnSave(transaction => db.Links.Where(link => link.OwnerId == ownerId).ExecuteDeleteAsync(transaction));
        return Task.CompletedTask;
    }

    public Task<Link?> FindAsync(string code, Guid ownerId, CancellationToken cancellationToken) =>
        db.Links.AsNoTracking().SingleOrDefaultAsync(link => link.Code == code && link.OwnerId == ownerId, cancellationToken);
}
