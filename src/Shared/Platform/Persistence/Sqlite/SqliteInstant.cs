using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>A DateTimeOffset as microseconds since 1970 in UTC: as fine as PostgreSQL's timestamptz, and sorted as a number.</summary>
internal sealed class SqliteInstant : LongTypeMapping
{
    private static readonly ValueConverter<DateTimeOffset, long> Microseconds = new(
        instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond));

    public SqliteInstant()
        : base(new RelationalTypeMappingParameters(
            new CoreTypeMappingParameters(
                typeof(DateTimeOffset),
                Microseconds,
                jsonValueReaderWriter: new JsonConvertedValueReaderWriter<DateTimeOffset, long>(JsonInt64ReaderWriter.Instance, Microseconds)),
            "INTEGER",
            dbType: System.Data.DbType.Int64))
    {
    }

    private SqliteInstant(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new SqliteInstant(parameters);
}
