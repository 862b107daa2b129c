using System.Text.Json;
using SystemDesign.Platform.Http;

namespace SystemDesign.Platform.Paging;

/// <summary>The values that a row is sorted by, as bytes.</summary>
internal static class Position
{
    /// <summary>With the converters of request bodies, so that no value comes from a cursor that cannot come from a body.</summary>
    public static JsonSerializerOptions Json { get; } = new() { Converters = { new TextConverter(), new InstantConverter() } };

    public static byte[] Write(IEnumerable<object> values) => JsonSerializer.SerializeToUtf8Bytes(values, Json);

    public static JsonElement[] Read(byte[] position) => JsonSerializer.Deserialize<JsonElement[]>(position) ?? [];
}
