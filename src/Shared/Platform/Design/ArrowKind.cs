using System.Text.Json.Serialization;

namespace SystemDesign.Platform.Design;

/// <summary>How what travels along an arrow is sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ArrowKind>))]
public enum ArrowKind
{
    /// <summary>A call: the sender waits for the answer.</summary>
    [JsonStringEnumMemberName("sync")]
    Sync,

    /// <summary>An event: the sender does not wait.</summary>
    [JsonStringEnumMemberName("event")]
    Event,
}
