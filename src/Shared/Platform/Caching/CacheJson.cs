using System.Text.Json;

namespace SystemDesign.Platform.Caching;

/// <summary>How keys and entries are written for other instances, which may be of another build.</summary>
internal static class CacheJson
{
    /// <summary>An entry of another shape must not be read as one with holes.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };
}
