using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Documents;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Redirects;

namespace SystemDesign.UrlShortener.Data;

/// <summary>The way of a visit that no cache answers: the code's row, and with the id the document (US-3).</summary>
internal sealed class Destinations(IDbContextFactory<UrlShortenerDb> databases, DocumentStore<LinkDocument> documents)
{
    private static readonly Func<UrlShortenerDb, string, CancellationToken, Task<Row?>> Find = EF.CompileAsyncQuery(
        (UrlShortenerDb db, string code, CancellationToken cancellationToken) => db.Links
            .Where(link => link.Code == code)
            .Select(link => new Row(
                link.Id,
                link.DocumentId,
                link.DocumentShard,
                link.MaxVisits == null ? null : link.MaxVisits - link.VisitsSpent,
                link.IsDisabled,
                link.BannedAt != null))
            .SingleOrDefault());

    public async Task<Destination?> LoadAsync(string code, CancellationToken cancellationToken)
    {
        // A document can go between the look at its row and the look at itself, as often as it is edited; but then the row has another.
        var missing = default(DocumentAddress?);
        while (await FindAsync(code, cancellationToken) is { } row)
        {
            if (row.Document is not { } address)
            {
                return new(row.Id, FollowOutcome.Deleted, string.Empty, RedirectStatus.Default, null, null, null);
            }

            if (await documents.FindAsync(address, cancellationToken) is { } document)
            {
                return new(row.Id, row.Standing, document.Url, document.Redirect, document.ValidFrom, document.ExpiresAt, row.VisitsLeft);
            }

            missing = address != missing ? address : throw new InvalidOperationException($"The document of the link {code} is missing.");
        }

        return null;
    }

    private async Task<Row?> FindAsync(string code, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Find(db, code, cancellationToken);
    }

    private sealed record Row(Guid Id, Guid? DocumentId, int? DocumentShard, int? VisitsLeft, bool IsDisabled, bool IsBanned)
    {
        public DocumentAddress? Document => DocumentId is { } id && DocumentShard is { } shard ? new(id, shard) : null;

        public FollowOutcome Standing => IsBanned ? FollowOutcome.Banned : IsDisabled ? FollowOutcome.Disabled : FollowOutcome.Leads;
    }
}
