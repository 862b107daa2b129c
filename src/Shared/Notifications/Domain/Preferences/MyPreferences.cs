using System.Globalization;
using System.Text.Json.Serialization;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Kernel.Editing;
using SystemDesign.Notifications.Domain.Recipients;

namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>When and where somebody wants to hear of what.</summary>
/// <param name="TimeZone" example="Europe/Berlin">IANA's name; null: UTC.</param>
/// <param name="QuietHours">Null: none.</param>
/// <param name="Topics">All that there are.</param>
internal sealed record MyPreferences(string? TimeZone, QuietTimes? QuietHours, IReadOnlyList<TopicChoices> Topics) : IVersioned
{
    [JsonIgnore]
    public string Version { get; private init; } = string.Empty;

    public static MyPreferences Of(Recipient recipient, IReadOnlyDictionary<string, ChannelChoices> chosen) => new(
        recipient.TimeZone,
        recipient.QuietHours is { } quiet ? QuietTimes.Of(quiet) : null,
        [.. NotificationTopics.All.Select(topic => TopicChoices.Of(topic, chosen.GetValueOrDefault(topic.Name)))])
    {
        Version = recipient.Version.ToString(CultureInfo.InvariantCulture),
    };
}
