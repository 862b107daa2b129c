using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Documents;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// Removes documents that no link remembers: of a creation that was refused, of a link whose process died between its row and its
/// document. Each costs a little room and nothing else, so once a day is often enough.
/// </summary>
internal sealed class LinkDocumentSweep(IDbContextFactory<UrlShortenerDb> databases, DocumentStore<LinkDocument> documents, TimeProvider clock)
    : IBackgroundWork, IDisposable
{
    /// <summary>A younger document may be about to get its row.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private const int Portion = 500;

    private static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    /// <summary>A process that has just started has better things to do.</summary>
    private static readonly TimeSpan BeforeTheFirst = TimeSpan.FromMinutes(10);

    private bool hasRested;

    public string Name => "url-shortener.orphans";

    public Bell Bell { get; } = new();

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        if (!hasRested)
        {
            hasRested = true;
            return BeforeTheFirst;
        }

        await SweepAsync(cancellationToken);
        return Rest;
    }

    /// <returns>How many there were.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var swept = 0;
        for (var shard = 0; shard < documents.ShardCount; shard++)
        {
            var madeBefore = clock.Now() - Grace;
            for (var ids = await ListAsync(Guid.Empty); ids.Count > 0; ids = await ListAsync(ids[^1]))
            {
                swept += await SweepAsync(shard, ids, cancellationToken);
            }

            Task<IReadOnlyList<Guid>> ListAsync(Guid after) => documents.ListAsync(shard, after, madeBefore, Portion, cancellationToken);
        }

        return swept;
    }

    public void Dispose() => Bell.Dispose();

    private async Task<int> SweepAsync(int shard, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var remembered = await db.Links
            .Where(link => link.DocumentShard == shard && ids.Contains(link.DocumentId!.Value))
            .Select(link => link.DocumentId!.Value)
            .ToListAsync(cancellationToken);
        var orphans = ids.Except(remembered).Select(id => new DocumentAddress(id, shard)).ToList();
        if (orphans.Count > 0)
        {
            await documents.RemoveAsync(orphans, cancellationToken);
        }

        return orphans.Count;
    }
}
