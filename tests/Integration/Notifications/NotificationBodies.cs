namespace SystemDesign.Tests.Integration.Notifications;

/// <summary>The wire as a client reads it: not our records, so that a renamed member fails a test.</summary>
internal sealed record NotificationBody(
    Guid Id, long Position, string Topic, string Title, string Body, string? Link, DateTimeOffset RequestedAt, DateTimeOffset? ReadAt);

internal sealed record UnreadBody(int Count, long LastPosition);

internal sealed record ContactBody(Guid Id, string Channel, string? Address, string? Name, string? Pending, DateTimeOffset? CodeExpiresAt);

internal sealed record ContactsBody(ContactBody? Email, ContactBody? Phone, ContactBody[] Devices);

internal sealed record ChannelsBody(bool InApp, bool Email, bool Sms, bool Push);

internal sealed record TopicBody(string Topic, string Description, string Importance, bool AlwaysInApp, bool Chosen, ChannelsBody Channels);

internal sealed record QuietHoursBody(string From, string Until);

internal sealed record PreferencesBody(string? TimeZone, QuietHoursBody? QuietHours, TopicBody[] Topics);

internal sealed record DeliveryBody(
    Guid Id, Guid UserId, string Channel, string? Topic, string State, int Attempts, string? Provider, string? LastError, DateTimeOffset CreatedAt, DateTimeOffset NotBefore, DateTimeOffset? SettledAt);
