using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Paging;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

internal sealed class Links(UrlShortenerDb db, LinkDocuments documents, Redirects redirects, BellOf<EraseDeparted> erasures) : ILinks
{
    /// <summary>By id, which is as old as its link (UUIDv7).</summary>
    private static readonly Keyset<Link> NewestFirst = new Keyset<Link>().Descending(link => link.Id);

    public void Add(Link link)
    {
        db.Links.Add(link);
        redirects.ForgetWhenCommitted(db, link.Code);
    }

    public Task<Link?> FindAsync(string code, CancellationToken cancellationToken) =>
        db.Links.AsNoTracking().SingleOrDefaultAsync(link => link.Code == code && link.DeletedAt == null, cancellationToken);

    public async Task<WholeLink?> FindAsync(string code, Guid ownerId, CancellationToken cancellationToken)
    {
        // A document can go between the look at its row and the look at itself, as often as it is edited; but then the row has another.
        var missing = default(DocumentPlace?);
        while (await db.Links.AsNoTracking().SingleOrDefaultAsync(link => link.Code == code && link.OwnerId == ownerId, cancellationToken) is { } link)
        {
            if (await documents.FindAsync(link, cancellationToken) is { } document)
            {
                return new(link, document);
            }

            missing = link.Document != missing ? link.Document : throw new InvalidOperationException($"The document of the link {code} is missing.");
        }

        return null;
    }

    public Task<bool> HasAsync(string code, Guid ownerId, CancellationToken cancellationToken) =>
        db.Links.AnyAsync(link => link.Code == code && link.OwnerId == ownerId, cancellationToken);

    public Task<Link?> FindForChangeAsync(string code, CancellationToken cancellationToken)
    {
        redirects.ForgetWhenCommitted(db, code);
        return db.Links.SingleOrDefaultAsync(link => link.Code == code && link.DeletedAt == null, cancellationToken);
    }

    public async Task<WholeLink?> FindForChangeAsync(string code, Guid ownerId, CancellationToken cancellationToken)
    {
        redirects.ForgetWhenCommitted(db, code);
        return await db.Links.Include(link => link.Tags).SingleOrDefaultAsync(link => link.Code == code && link.OwnerId == ownerId, cancellationToken) is { } link
            ? new(link, await documents.FindAsync(link, cancellationToken) ?? throw ChangedMeanwhile(link))
            : null;
    }

    public async Task<Page<WholeLink>> ListAsync(Guid ownerId, string? search, string? tag, PageRequest page, CancellationToken cancellationToken)
    {
        var links = db.Links.AsNoTracking().Where(link => link.OwnerId == ownerId);
        if (search is not null)
        {
            links = links.Where(link => link.SearchText!.Contains(search));
        }

        if (tag is not null)
        {
            links = links.Where(link => db.LinkTags.Where(row => row.OwnerId == ownerId && row.Tag == tag).Select(row => row.LinkId).Contains(link.Id));
        }

        var found = await links.ToPageAsync(NewestFirst, $"links of {ownerId} with {search} under {tag}", page, cancellationToken);
        var documentOf = await documents.FindAsync([.. found.Items], cancellationToken);
        var whole = new List<WholeLink>(found.Items.Count);
        foreach (var link in found.Items)
        {
            // One that was edited meanwhile is looked at again, one that was deleted is not there any more.
            if (documentOf.TryGetValue(link.Id, out var document))
            {
                whole.Add(new(link, document));
            }
            else if (await FindAsync(link.Code, ownerId, cancellationToken) is { } again)
            {
                whole.Add(again);
            }
        }

        return new(whole, found.Next);
    }

    public Task EraseAllOfAsync(Guid userId, DateTimeOffset leftAt, CancellationToken cancellationToken)
    {
        // One statement, which bears that somebody is told of twice.
        db.OnSave(transaction => db.Database.ExecuteSqlRawAsync(InsertErasureInto(db), [userId, leftAt], transaction));
        db.OnCommitted(() =>
        {
            erasures.Ring();
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private static string InsertErasureInto(UrlShortenerDb db)
    {
        var table = db.Quoted(ErasureMapping.Table);
        return $"INSERT INTO {table} (user_id, left_at) VALUES ({{0}}, {{1}}) ON CONFLICT DO NOTHING";
    }

    /// <summary>What the unit of work takes for a lost race: on what is there now it may succeed.</summary>
    private static DbUpdateConcurrencyException ChangedMeanwhile(Link link) => new($"The link {link.Code} was changed since it was read.");
}
