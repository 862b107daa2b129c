using System.Text.Json.Serialization;

namespace SystemDesign.Analytics.Domain.Periods;

/// <summary>For how long something is counted together. Stored by its number.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Step>))]
internal enum Step
{
    [JsonStringEnumMemberName("minute")]
    Minute = 0,

    [JsonStringEnumMemberName("hour")]
    Hour = 1,

    [JsonStringEnumMemberName("day")]
    Day = 2,
}
