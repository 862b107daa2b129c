using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>
/// How values that SQLite has no type for are kept, for queries and migrations alike, so that neither models nor
/// migrations say anything of it.
/// </summary>
internal sealed class SqliteStoreTypes : IRelationalTypeMappingSourcePlugin
{
    private static readonly Uuid Uuids = new();

    private static readonly Instant Instants = new();

    public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo) => mappingInfo.ClrType switch
    {
        var type when type == typeof(Guid) => Uuids,
        var type when type == typeof(DateTimeOffset) => Instants,
        _ => null,
    };

    /// <summary>16 bytes, most significant first, so that UUIDv7 sort by time (RFC 9562, section 6.11).</summary>
    private sealed class Uuid : ByteArrayTypeMapping
    {
        public Uuid()
            : base(new RelationalTypeMappingParameters(
                new CoreTypeMappingParameters(
                    typeof(Guid),
                    new ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true))),
                "BLOB",
                dbType: System.Data.DbType.Binary))
        {
        }

        private Uuid(RelationalTypeMappingParameters parameters)
            : base(parameters)
        {
        }

        protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new Uuid(parameters);

        protected override string GenerateNonNullSqlLiteral(object value) => $"X'{Convert.ToHexString((byte[])value)}'";
    }

    /// <summary>Microseconds since 1970 in UTC: as fine as PostgreSQL's timestamptz, and sorted as a number.</summary>
    private sealed class Instant : LongTypeMapping
    {
        public Instant()
            : base(new RelationalTypeMappingParameters(
                new CoreTypeMappingParameters(
                    typeof(DateTimeOffset),
                    new ValueConverter<DateTimeOffset, long>(
                        instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
                        microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond))),
                "INTEGER",
                dbType: System.Data.DbType.Int64))
        {
        }

        private Instant(RelationalTypeMappingParameters parameters)
            : base(parameters)
        {
        }

        protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new Instant(parameters);
    }
}
