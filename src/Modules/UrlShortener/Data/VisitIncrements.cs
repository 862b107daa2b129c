using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// Adds visits to those that are counted already, within the caller's transaction. All rows of a statement are one parameter, a
/// JSON array: as parameters of their own, four for each row, they took SQLite three times as long.
/// </summary>
internal sealed class VisitIncrements(UrlShortenerDb db)
{
    private readonly ISqlGenerationHelper names = db.GetService<ISqlGenerationHelper>();

    private readonly string given = db.Database.IsSqlite() ? "json_each({0}) AS given" : "json_array_elements(CAST({0} AS json)) AS given";

    /// <param name="hours">In the order of their keys.</param>
    /// <param name="cancellationToken">The transaction's.</param>
    public async Task AddAsync(IReadOnlyList<VisitsByHour> hours, CancellationToken cancellationToken)
    {
        var upsert =
            $$"""
            INSERT INTO {{NameOf(VisitsByHourMapping.Table)}} AS kept (code, hour, visits, previews)
            SELECT given.value ->> 0, {1}, CAST(given.value ->> 1 AS bigint), CAST(given.value ->> 2 AS bigint) FROM {{given}} WHERE true
            ON CONFLICT (code, hour) DO UPDATE SET visits = kept.visits + excluded.visits, previews = kept.previews + excluded.previews
            """;
        foreach (var hour in hours.GroupBy(row => row.Hour))
        {
            var rows = JsonSerializer.Serialize(hour.Select(row => new object[] { row.Code, row.Visits, row.Previews }));
            await db.Database.ExecuteSqlRawAsync(upsert, [rows, hour.Key], cancellationToken);
        }
    }

    /// <summary>
    /// Beyond <see cref="Referrer.MaximumHosts"/> a link's hosts are counted together. To be called after its hours are written:
    /// until the transaction ends, other instances wait there, and do not find room for a last host that is taken here.
    /// </summary>
    /// <param name="referrers">In the order of their keys.</param>
    /// <param name="cancellationToken">The transaction's.</param>
    public async Task AddAsync(IReadOnlyList<VisitsByReferrer> referrers, CancellationToken cancellationToken)
    {
        if (referrers.Count == 0)
        {
            return;
        }

        var upsert =
            $$"""
            INSERT INTO {{NameOf(VisitsByReferrerMapping.Table)}} AS kept (code, referrer, visits)
            SELECT given.value ->> 0, given.value ->> 1, CAST(given.value ->> 2 AS bigint) FROM {{given}} WHERE true
            ON CONFLICT (code, referrer) DO UPDATE SET visits = kept.visits + excluded.visits
            """;
        var rows = JsonSerializer.Serialize((await NamedAsync(referrers, cancellationToken)).Select(row => new object[] { row.Code, row.Referrer, row.Visits }));
        await db.Database.ExecuteSqlRawAsync(upsert, [rows], cancellationToken);
    }

    /// <summary>The same visits, by the names that they are counted under.</summary>
    private async Task<IReadOnlyList<VisitsByReferrer>> NamedAsync(IReadOnlyList<VisitsByReferrer> referrers, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(referrers, cancellationToken);
        var codesOfOthers = referrers.Where(row => !known.Contains((row.Code, row.Referrer))).Select(row => row.Code).Distinct().ToList();
        if (codesOfOthers.Count == 0)
        {
            return referrers;
        }

        var rooms = await RoomsAsync(codesOfOthers, cancellationToken);
        return VisitsByReferrer.Sum(referrers.Select(row => known.Contains((row.Code, row.Referrer)) || rooms[row.Code]-- > 0
            ? row
            : new() { Code = row.Code, Referrer = Referrer.Others, Visits = row.Visits }));
    }

    private async Task<HashSet<(string Code, string Referrer)>> KnownAsync(IReadOnlyList<VisitsByReferrer> referrers, CancellationToken cancellationToken)
    {
        var select =
            $$"""
            SELECT kept.* FROM {{given}}
            JOIN {{NameOf(VisitsByReferrerMapping.Table)}} AS kept ON kept.code = given.value ->> 0 AND kept.referrer = given.value ->> 1
            """;
        var rows = JsonSerializer.Serialize(referrers.Select(row => new[] { row.Code, row.Referrer }));
        var known = await db.Set<VisitsByReferrer>().FromSqlRaw(select, rows).AsNoTracking().ToListAsync(cancellationToken);
        return [.. known.Select(row => (row.Code, row.Referrer))];
    }

    /// <summary>How many more hosts each of the codes may have.</summary>
    private async Task<Dictionary<string, int>> RoomsAsync(List<string> codes, CancellationToken cancellationToken)
    {
        var taken = await db.Set<VisitsByReferrer>()
            .Where(row => codes.Contains(row.Code) && row.Referrer != Referrer.Others)
            .GroupBy(row => row.Code)
            .Select(rows => new { Code = rows.Key, Hosts = rows.Count() })
            .ToDictionaryAsync(code => code.Code, code => code.Hosts, cancellationToken);
        return codes.ToDictionary(code => code, code => Referrer.MaximumHosts - taken.GetValueOrDefault(code));
    }

    private string NameOf(string table) => names.DelimitIdentifier(table, db.Schema);
}
