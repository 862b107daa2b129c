using SystemDesign.Notifications.Domain.Preferences;

namespace SystemDesign.Notifications.Domain.Recipients;

internal interface IRecipients
{
    /// <returns>As they are; one of whom nothing is kept yet is new.</returns>
    Task<Recipient> FindAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>
    /// Adds to this unit of work: their time zone and quiet hours, if nobody changed what they prefer since it was read; else the command runs again.
    /// </summary>
    /// <returns>As they are then.</returns>
    Recipient Change(Recipient read, string? timeZone, QuietHours? quietHours);

    /// <summary>Adds to this unit of work: everything of theirs goes, and nothing comes any more.</summary>
    void Erase(Guid userId, DateTimeOffset leftAt);
}
