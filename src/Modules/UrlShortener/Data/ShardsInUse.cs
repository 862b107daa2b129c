using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Documents;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Startup;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Shards can be added at any time; one that holds documents cannot go.</summary>
internal sealed class ShardsInUse(IDbContextFactory<UrlShortenerDb> databases, DocumentStore<LinkDocument> documents) : IInitialData
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Links.MaxAsync(link => link.DocumentShard, cancellationToken) is { } last && last >= documents.ShardCount)
        {
            throw new StartRefusedException($"Set Documents:{LinkDocuments.StoreName}:Shards to {last + 1} at least: links lie on so many shards already.");
        }
    }
}
