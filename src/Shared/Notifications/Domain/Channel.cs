using System.Text.Json.Serialization;

namespace SystemDesign.Notifications.Domain;

/// <summary>A way to somebody who does not look into the app. The numbers are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
internal enum Channel
{
    [JsonStringEnumMemberName("email")]
    Email = 0,

    [JsonStringEnumMemberName("sms")]
    Sms = 1,

    [JsonStringEnumMemberName("push")]
    Push = 2,
}
