using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>The rows that are made before their links, and how they become more.</summary>
internal sealed class CodePool(
    IDbContextFactory<UrlShortenerDb> databases, IWriter<UrlShortenerDb> writer, CodeSequences sequences, UrlShortenerOptions options, TimeProvider clock) : IDisposable
{
    /// <summary>So few that whoever else writes does not wait long behind it.</summary>
    private const int Portion = 1_000;

    private const string MadeOnSqlite = "(SELECT key AS number, value AS code FROM json_each({2})) AS made";

    private const string MadeOnPostgres =
        "(SELECT ordinality - 1 AS number, value AS code FROM json_array_elements_text({2}::json) WITH ORDINALITY AS list (value, ordinality)) AS made";

    /// <summary>Rung when a block is leased.</summary>
    public Bell Leased { get; } = new();

    /// <summary>Makes more until as many are ready as are to be, a portion at a time.</summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        long ready;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            ready = await CountReadyAsync(cancellationToken);
        }
        while (ready < options.Codes.PoolSize && await GrowAsync((int)Math.Min(Portion, options.Codes.PoolSize - ready), cancellationToken));
    }

    /// <summary>Makes a portion more, now.</summary>
    /// <returns>Whether there were any to make.</returns>
    public Task<bool> GrowAsync(CancellationToken cancellationToken) => GrowAsync(Portion, cancellationToken);

    public void Dispose() => Leased.Dispose();

    /// <summary>The places and their rows are one transaction, so that no place is lost.</summary>
    private async Task<bool> GrowAsync(int count, CancellationToken cancellationToken)
    {
        var order = await sequences.OrderAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        CodePlaces? places = null;
        await writer.RunAsync(
            db,
            async transaction =>
            {
                places = await sequences.TakeAsync(db, count, transaction);
                if (places is not null)
                {
                    var codes = JsonSerializer.Serialize(places.CodesIn(order));
                    await db.Database.ExecuteSqlRawAsync(InsertOf(db), [sequences.Length, places.First, codes], transaction);
                }
            },
            cancellationToken);
        return places is not null;
    }

    /// <summary>Less those that links have: aliases, also of links that were deleted.</summary>
    private static string InsertOf(UrlShortenerDb db)
    {
        var schema = db.Database.IsSqlite() ? string.Empty : $"{db.Schema}.";
        return $$"""
            INSERT INTO {{schema}}code_pool (length, position, code)
            SELECT {0}, {1} + made.number, made.code FROM {{(db.Database.IsSqlite() ? MadeOnSqlite : MadeOnPostgres)}}
            WHERE made.code IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {{schema}}links AS links WHERE links.code = made.code)
            """;
    }

    private async Task<long> CountReadyAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.Now();
        return await db.PoolCodes.LongCountAsync(
            row => row.Length == sequences.Length && row.LinkId == null && (row.LeasedUntil == null || row.LeasedUntil <= now), cancellationToken);
    }
}
