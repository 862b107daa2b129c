using SystemDesign.Notifications.Domain.Preferences;

namespace SystemDesign.Notifications.Domain.Recipients;

/// <summary>
/// A user as one who is notified. There is a row as soon as something is kept of theirs; whatever changes something of theirs holds it until it
/// is committed.
/// </summary>
internal sealed class Recipient
{
    public const int MaximumTimeZoneLength = 64;

    public required Guid UserId { get; init; }

    /// <summary>Of the newest notification in their inbox; 0: there was none yet.</summary>
    public long LastPosition { get; init; }

    /// <summary>Another one after every change of what they prefer.</summary>
    public int Version { get; init; }

    /// <summary>IANA's name; nothing: UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Minutes after midnight; nothing: no quiet hours.</summary>
    public int? QuietFrom { get; init; }

    public int? QuietUntil { get; init; }

    /// <summary>They are no more, and nothing else is kept of them: what was asked for before and comes after is not written.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    public QuietHours? QuietHours => QuietFrom is { } from && QuietUntil is { } until ? QuietHours.OfMinutes(from, until) : null;
}
