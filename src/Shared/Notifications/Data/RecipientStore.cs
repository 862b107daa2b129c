using Microsoft.EntityFrameworkCore;
using SystemDesign.Notifications.Domain.Preferences;
using SystemDesign.Notifications.Domain.Recipients;

namespace SystemDesign.Notifications.Data;

internal sealed class RecipientStore(NotificationsDb db, RecipientRows rows) : IRecipients
{
    public async Task<Recipient> FindAsync(Guid userId, CancellationToken cancellationToken) =>
        await db.Recipients.AsNoTracking().SingleOrDefaultAsync(recipient => recipient.UserId == userId, cancellationToken) ?? new() { UserId = userId };

    public Recipient Change(Recipient read, string? timeZone, QuietHours? quietHours)
    {
        var (from, until) = (MinutesOf(quietHours?.From), MinutesOf(quietHours?.Until));
        rows.HoldFirst(read.UserId);
        db.OnSave(async cancellationToken =>
        {
            var changed = await db.Recipients.Where(recipient => recipient.UserId == read.UserId && recipient.Version == read.Version).ExecuteUpdateAsync(
                row => row
                    .SetProperty(recipient => recipient.TimeZone, timeZone)
                    .SetProperty(recipient => recipient.QuietFrom, from)
                    .SetProperty(recipient => recipient.QuietUntil, until)
                    .SetProperty(recipient => recipient.Version, read.Version + 1),
                cancellationToken);
            if (changed == 0)
            {
                throw new DbUpdateConcurrencyException("The preferences were changed since they were read.");
            }
        });
        return new()
        {
            UserId = read.UserId,
            LastPosition = read.LastPosition,
            Version = read.Version + 1,
            TimeZone = timeZone,
            QuietFrom = from,
            QuietUntil = until,
        };
    }

    /// <summary>What they had is bounded by how long it is kept, so one transaction does; each table has an index for it.</summary>
    public void Erase(Guid userId, DateTimeOffset leftAt) => db.OnSave(async cancellationToken =>
    {
        await rows.HoldAsync(userId, cancellationToken);
        await db.Recipients.Where(recipient => recipient.UserId == userId).ExecuteUpdateAsync(
            row => row
                .SetProperty(recipient => recipient.LeftAt, (DateTimeOffset?)leftAt)
                .SetProperty(recipient => recipient.TimeZone, (string?)null)
                .SetProperty(recipient => recipient.QuietFrom, (int?)null)
                .SetProperty(recipient => recipient.QuietUntil, (int?)null),
            cancellationToken);
        await db.Deliveries.Where(delivery => delivery.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Items.Where(item => item.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Contacts.Where(contact => contact.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Preferences.Where(preference => preference.UserId == userId).ExecuteDeleteAsync(cancellationToken);
    });

    private static int? MinutesOf(TimeOnly? time) => (int?)time?.ToTimeSpan().TotalMinutes;
}
