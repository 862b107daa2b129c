using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Blocks of neighbouring places. What is kept of them is where the next one begins; what is not used is lost.</summary>
internal sealed class PermutedBlocks(IDbContextFactory<UrlShortenerDb> databases, IWriter<UrlShortenerDb> writer, CodeSequences sequences, UrlShortenerOptions options)
    : ICodeBlocks
{
    public async Task<IReadOnlyList<DrawnCode>?> LeaseAsync(CancellationToken cancellationToken)
    {
        var order = await sequences.OrderAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        CodePlaces? places = null;
        await writer.RunAsync(db, async transaction => places = await sequences.TakeAsync(db, options.Codes.Block, transaction), cancellationToken);
        if (places is null)
        {
            return null;
        }

        // Aliases, and codes of before there was an order.
        var codes = places.CodesIn(order).OfType<string>().ToList();
        var taken = await db.Links.Where(link => EF.Parameter(codes).Contains(link.Code)).Select(link => link.Code).ToHashSetAsync(cancellationToken);
        return [.. codes.Where(code => !taken.Contains(code)).Select(code => new DrawnCode(code, DateTimeOffset.MaxValue))];
    }

    /// <summary>Its place is past.</summary>
    public void Use(UrlShortenerDb db, string code, Guid linkId)
    {
    }

    /// <summary>A block that is leased later looks for it; who draws from one that is leased meets the unique index, once.</summary>
    public void Claim(UrlShortenerDb db, string alias, Guid linkId)
    {
    }

    /// <summary>Places that are past do not come back.</summary>
    public Task GiveBackAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
