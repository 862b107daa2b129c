using System.Text.Json.Serialization;

namespace SystemDesign.Platform.Design;

/// <summary>What a box stands for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BoxKind>))]
public enum BoxKind
{
    /// <summary>Who uses the case. It is outside: no span of ours tells of it, but the first of each trace comes from it.</summary>
    [JsonStringEnumMemberName("client")]
    Client,

    /// <summary>What every request passes first.</summary>
    [JsonStringEnumMemberName("gateway")]
    Gateway,

    /// <summary>Code of ours that does one thing: a folder of a module's Domain, or a shared service.</summary>
    [JsonStringEnumMemberName("service")]
    Service,

    /// <summary>What is kept because it was used, and may be forgotten.</summary>
    [JsonStringEnumMemberName("cache")]
    Cache,

    /// <summary>What is kept until it is deleted.</summary>
    [JsonStringEnumMemberName("database")]
    Database,

    /// <summary>Events on their way.</summary>
    [JsonStringEnumMemberName("queue")]
    Queue,

    /// <summary>A system of somebody else. It is outside, as a client is, and may call us as one does.</summary>
    [JsonStringEnumMemberName("external")]
    External,
}
