using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Documents;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Redirects;

namespace SystemDesign.UrlShortener.Data;

/// <summary>The way of a visit that no cache answers: the code's row, and with the id the document (US-3).</summary>
internal sealed class Destinations(IDbContextFactory<UrlShortenerDb> databases, DocumentStore<LinkDocument> documents)
{
    /// <summary>A document can go between the look at its row and the look at itself; three times in a row it was not that.</summary>
    private const int Looks = 3;

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
        for (var look = 1; look <= Looks; look++)
        {
            if (await FindAsync(code, cancellationToken) is not { } row)
            {
                return null;
            }

            if (row.Document is not { } address)
            {
                return new(row.Id, FollowOutcome.Deleted, string.Empty, RedirectStatus.Default, null, null, null);
            }

            if (await documents.FindAsync(address, cancellationToken) is { } document)
            {
                return new(row.Id, row.Standing, document.Url, document.Redirect, document.ValidFrom, document.ExpiresAt, row.VisitsLeft);
            }
        }

        throw new InvalidOperationException($"The document of the link {code} is missing.");
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
