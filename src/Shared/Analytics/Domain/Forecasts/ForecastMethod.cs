using System.Text.Json.Serialization;

namespace SystemDesign.Analytics.Domain.Forecasts;

/// <summary>What a forecast was made by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ForecastMethod>))]
internal enum ForecastMethod
{
    /// <summary>None was made.</summary>
    [JsonStringEnumMemberName("not-enough-data")]
    NotEnoughData,

    /// <summary>A level and a trend.</summary>
    [JsonStringEnumMemberName("holt-linear")]
    HoltLinear,

    /// <summary>And a season of a day.</summary>
    [JsonStringEnumMemberName("holt-winters-daily")]
    HoltWintersDaily,

    /// <summary>And a season of a week.</summary>
    [JsonStringEnumMemberName("holt-winters-weekly")]
    HoltWintersWeekly,
}
