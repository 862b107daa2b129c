using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>A Guid as 16 bytes, most significant first, so that UUIDv7 sort by time (RFC 9562, section 6.11).</summary>
internal sealed class SqliteUuid : ByteArrayTypeMapping
{
    private static readonly ValueConverter<Guid, byte[]> Bytes = new(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    public SqliteUuid()
        : base(new RelationalTypeMappingParameters(
            new CoreTypeMappingParameters(
                typeof(Guid),
                Bytes,
                // EF Core takes a list as a parameter (ids.Contains(row.Id)) only of what has a JSON form.
                jsonValueReaderWriter: new JsonConvertedValueReaderWriter<Guid, byte[]>(JsonByteArrayReaderWriter.Instance, Bytes)),
            "BLOB",
            dbType: System.Data.DbType.Binary))
    {
    }

    private SqliteUuid(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new SqliteUuid(parameters);

    protected override string GenerateNonNullSqlLiteral(object value) => $"X'{Convert.ToHexString((byte[])value)}'";
}
