using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Paging;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

internal sealed class Links(UrlShortenerDb db, Redirects redirects) : ILinks
{
    /// <summary>By id, which is as old as its link (UUIDv7).</summary>
    private static readonly Keyset<Link> NewestFirst = new Keyset<Link>().Descending(link => link.Id);

    private static readonly Func<UrlShortenerDb, Guid, IAsyncEnumerable<string>> CodesOf = EF.CompileAsyncQuery(
        (UrlShortenerDb db, Guid ownerId) => db.Links.Where(link => link.OwnerId == ownerId).Select(link => link.Code));

    public void Add(Link link)
    {
        db.Links.Add(link);
        redirects.ForgetWhenCommitted(db, link.Code);
    }

    public async Task RemoveAllAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        var codes = new List<string>();
        await foreach (var code in CodesOf(db, ownerId).WithCancellation(cancellationToken))
        {
            codes.Add(code);
        }

        if (codes.Count > 0)
        {
            codes.ForEach(code => redirects.ForgetWhenCommitted(db, code));
            db.OnSave(transaction => db.Links.Where(link => link.OwnerId == ownerId).ExecuteDeleteAsync(transaction));
        }
    }

    public Task<Link?> FindAsync(string code, Guid ownerId, CancellationToken cancellationToken) =>
        db.Links.AsNoTracking().SingleOrDefaultAsync(link => link.Code == code && link.OwnerId == ownerId, cancellationToken);

    public Task<Link?> FindForChangeAsync(string code, Guid ownerId, CancellationToken cancellationToken)
    {
        redirects.ForgetWhenCommitted(db, code);
        return db.Links.SingleOrDefaultAsync(link => link.Code == code && link.OwnerId == ownerId, cancellationToken);
    }

    public Task<Page<Link>> ListAsync(Guid ownerId, PageRequest page, CancellationToken cancellationToken) =>
        db.Links.AsNoTracking().Where(link => link.OwnerId == ownerId).ToPageAsync(NewestFirst, $"links of {ownerId}", page, cancellationToken);
}
