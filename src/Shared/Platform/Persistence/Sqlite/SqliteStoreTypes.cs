using Microsoft.EntityFrameworkCore.Storage;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>
/// How values that SQLite has no type for are kept, for queries and migrations alike, so that neither models nor
/// migrations say anything of it.
/// </summary>
internal sealed class SqliteStoreTypes : IRelationalTypeMappingSourcePlugin
{
    private static readonly SqliteUuid Uuid = new();

    private static readonly SqliteInstant Instant = new();

    public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo) => mappingInfo.ClrType switch
    {
        var type when type == typeof(Guid) => Uuid,
        var type when type == typeof(DateTimeOffset) => Instant,
        _ => null,
    };
}
