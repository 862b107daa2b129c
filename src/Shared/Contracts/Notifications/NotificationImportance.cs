using System.Text.Json.Serialization;

namespace SystemDesign.Contracts.Notifications;

/// <summary>How much it matters that a notification is seen soon.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationImportance>))]
public enum NotificationImportance
{
    /// <summary>Good to know: in the app, and on devices.</summary>
    [JsonStringEnumMemberName("ordinary")]
    Ordinary,

    /// <summary>Wanted also by who does not open the app: by e-mail too.</summary>
    [JsonStringEnumMemberName("important")]
    Important,

    /// <summary>Cannot wait, not even for the end of the night: by SMS too, and in quiet hours.</summary>
    [JsonStringEnumMemberName("urgent")]
    Urgent,
}
