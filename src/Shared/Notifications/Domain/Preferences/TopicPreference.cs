namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>What somebody chose for a topic, instead of its default.</summary>
internal sealed class TopicPreference
{
    public required Guid UserId { get; init; }

    public required string Topic { get; init; }

    public required bool InApp { get; init; }

    public required bool Email { get; init; }

    public required bool Sms { get; init; }

    public required bool Push { get; init; }

    public ChannelChoices Choices => new(InApp, Email, Sms, Push);
}
