using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Platform.Http;

/// <summary>Instants in UTC, as fine as they are stored: <c>2026-11-22T08:22:06.551899Z</c> (RFC 3339).</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Clock.AsStored(reader.GetDateTimeOffset());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
    }
}
