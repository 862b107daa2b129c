using System.Text.Json.Serialization;

namespace SystemDesign.Media.Domain.Objects;

/// <summary>Where the bytes of an object are, as the ledger has it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MediaTier>))]
internal enum MediaTier
{
    /// <summary>Readable at once.</summary>
    [JsonStringEnumMemberName("hot")]
    Hot,

    /// <summary>Put away; a read asks for it.</summary>
    [JsonStringEnumMemberName("cold")]
    Cold,

    /// <summary>Asked for; readable when it has arrived.</summary>
    [JsonStringEnumMemberName("thawing")]
    Thawing,

    /// <summary>Readable at once, and about to be put away unless somebody reads it.</summary>
    [JsonStringEnumMemberName("leaving")]
    Leaving,

    /// <summary>On its way to where it is put away; a read asks for it.</summary>
    [JsonStringEnumMemberName("freezing")]
    Freezing,
}
