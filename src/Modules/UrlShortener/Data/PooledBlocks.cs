using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Blocks of rows of the pool, leased for a while: what this instance does not use by then is anybody's again.</summary>
internal sealed class PooledBlocks(
    IDbContextFactory<UrlShortenerDb> databases, IWriter<UrlShortenerDb> writer, CodePool pool, CodeSequences sequences, UrlShortenerOptions options, TimeProvider clock)
    : ICodeBlocks
{
    /// <summary>Nobody waits for rows that another instance is just leasing, and nobody leases them twice.</summary>
    private const string FreeOnPostgres =
        $$"""
        SELECT * FROM {{UrlShortenerDb.SchemaName}}.code_pool
        WHERE length = {0} AND link_id IS NULL AND (leased_until IS NULL OR leased_until <= {1})
        ORDER BY position LIMIT {2} FOR UPDATE SKIP LOCKED
        """;

    /// <summary>Who this instance is.</summary>
    private readonly Guid owner = Guid.CreateVersion7(clock.Now());

    public async Task<IReadOnlyList<DrawnCode>?> LeaseAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (await LeaseReadyAsync(cancellationToken) is { } block)
            {
                pool.Leased.Ring();
                return block;
            }
        }
        while (await pool.GrowAsync(cancellationToken));

        return null;
    }

    /// <summary>Of two that draw one code, since the lease of the first has ended, one loses its race and draws again.</summary>
    public void Use(UrlShortenerDb db, string code, Guid linkId) => db.OnSave(async transaction =>
    {
        var used = await db.PoolCodes
            .Where(row => row.Code == code && row.LinkId == null && row.Lease == owner)
            .ExecuteUpdateAsync(
                row => row.SetProperty(free => free.LinkId, linkId).SetProperty(free => free.Lease, (Guid?)null).SetProperty(free => free.LeasedUntil, (DateTimeOffset?)null),
                transaction);
        if (used == 0)
        {
            throw new DbUpdateConcurrencyException("The lease of the code has ended, and another instance has it.");
        }
    });

    public void Claim(UrlShortenerDb db, string alias, Guid linkId) => db.OnSave(transaction => db.PoolCodes
        .Where(row => row.Code == alias && row.LinkId == null)
        .ExecuteUpdateAsync(row => row.SetProperty(free => free.LinkId, linkId), transaction));

    public async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await writer.RunAsync(
            db,
            transaction => db.PoolCodes
                .Where(row => row.Length == sequences.Length && row.LinkId == null && row.Lease == owner)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(unused => unused.Lease, (Guid?)null).SetProperty(unused => unused.LeasedUntil, (DateTimeOffset?)null),
                    transaction),
            cancellationToken);
    }

    /// <returns>Null if nothing was ready.</returns>
    private async Task<IReadOnlyList<DrawnCode>?> LeaseReadyAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.Now();
        var until = now + options.Codes.Lease;
        List<PoolCode> ready = [];
        HashSet<string> taken = [];
        await writer.RunAsync(
            db,
            async transaction =>
            {
                ready = await ReadyAsync(db, now, transaction);
                var positions = ready.Select(row => row.Position).ToList();
                var leased = db.PoolCodes.Where(row => row.Length == sequences.Length && EF.Parameter(positions).Contains(row.Position));
                await leased.ExecuteUpdateAsync(row => row.SetProperty(free => free.Lease, owner).SetProperty(free => free.LeasedUntil, until), transaction);
                taken = await TakeOutAliasesAsync(db, ready, transaction);
            },
            cancellationToken);
        return ready.Count == 0 ? null : [.. ready.Where(row => !taken.Contains(row.Code)).Select(row => new DrawnCode(row.Code, until))];
    }

    private Task<List<PoolCode>> ReadyAsync(UrlShortenerDb db, DateTimeOffset now, CancellationToken transaction)
    {
        var ready = db.Database.IsSqlite()
            ? db.PoolCodes
                .Where(row => row.Length == sequences.Length && row.LinkId == null && (row.LeasedUntil == null || row.LeasedUntil <= now))
                .OrderBy(row => row.Position)
                .Take(options.Codes.Block)
            : db.PoolCodes.FromSqlRaw(FreeOnPostgres, sequences.Length, now, options.Codes.Block);
        return ready.AsNoTracking().ToListAsync(transaction);
    }

    /// <summary>An alias that was made while its row was: neither saw the other.</summary>
    private static async Task<HashSet<string>> TakeOutAliasesAsync(UrlShortenerDb db, List<PoolCode> ready, CancellationToken transaction)
    {
        var codes = ready.Select(row => row.Code).ToList();
        var links = await db.Links.Where(link => EF.Parameter(codes).Contains(link.Code)).Select(link => new { link.Id, link.Code }).ToListAsync(transaction);
        foreach (var link in links)
        {
            await db.PoolCodes.Where(row => row.Code == link.Code).ExecuteUpdateAsync(row => row.SetProperty(free => free.LinkId, link.Id), transaction);
        }

        return [.. links.Select(link => link.Code)];
    }
}
