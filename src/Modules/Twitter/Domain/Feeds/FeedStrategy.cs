using System.Text.Json.Serialization;

namespace SystemDesign.Twitter.Domain.Feeds;

/// <summary>How what somebody writes comes into the feeds of those who follow them (TW-8, TW-9).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedStrategy>))]
internal enum FeedStrategy
{
    /// <summary>Written into each follower's feed: much to write, little to read.</summary>
    [JsonStringEnumMemberName("push")]
    Push,

    /// <summary>Written once, and collected by each who reads: little to write, much to read.</summary>
    [JsonStringEnumMemberName("pull")]
    Pull,

    /// <summary>Pushed, but for those with so many followers that it is pulled.</summary>
    [JsonStringEnumMemberName("hybrid")]
    Hybrid,
}
