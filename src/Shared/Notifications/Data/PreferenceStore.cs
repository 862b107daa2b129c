using Microsoft.EntityFrameworkCore;
using SystemDesign.Notifications.Domain.Preferences;

namespace SystemDesign.Notifications.Data;

internal sealed class PreferenceStore(NotificationsDb db, RecipientRows rows) : IPreferences
{
    public async Task<ChannelChoices?> FindAsync(Guid userId, string topic, CancellationToken cancellationToken) =>
        (await db.Preferences.AsNoTracking().SingleOrDefaultAsync(preference => preference.UserId == userId && preference.Topic == topic, cancellationToken))?.Choices;

    public async Task<IReadOnlyDictionary<string, ChannelChoices>> ListAsync(Guid userId, CancellationToken cancellationToken) =>
        await db.Preferences.AsNoTracking().Where(preference => preference.UserId == userId)
            .ToDictionaryAsync(preference => preference.Topic, preference => preference.Choices, cancellationToken);

    public void Choose(Guid userId, string topic, ChannelChoices choices)
    {
        rows.HoldFirst(userId);
        db.OnSave(cancellationToken => WriteAsync(userId, topic, choices, "in_app = excluded.in_app, email = excluded.email, sms = excluded.sms, push = excluded.push", cancellationToken));
    }

    public void Reset(Guid userId, string topic)
    {
        rows.HoldFirst(userId);
        db.OnSave(async cancellationToken =>
        {
            await db.Preferences.Where(preference => preference.UserId == userId && preference.Topic == topic).ExecuteDeleteAsync(cancellationToken);
            await ChangeVersionAsync(userId, cancellationToken);
        });
    }

    public void SwitchOffEmail(Guid userId, string topic, ChannelChoices otherwise) => db.OnSave(async cancellationToken =>
    {
        if (await rows.HoldAsync(userId, cancellationToken) is not null)
        {
            await WriteAsync(userId, topic, otherwise with { Email = false }, "email = excluded.email", cancellationToken);
        }
    });

    private async Task WriteAsync(Guid userId, string topic, ChannelChoices choices, string changes, CancellationToken cancellationToken)
    {
        var insert =
            $$"""
            INSERT INTO {{db.Quoted(TopicPreferenceMapping.Table)}} (user_id, topic, in_app, email, sms, push) VALUES ({0}, {1}, {2}, {3}, {4}, {5})
            ON CONFLICT (user_id, topic) DO UPDATE SET {{changes}}
            """;
        object[] values = [userId, topic, choices.InApp, choices.Email, choices.Sms, choices.Push];
        await db.Database.ExecuteSqlRawAsync(insert, values, cancellationToken);
        await ChangeVersionAsync(userId, cancellationToken);
    }

    private Task<int> ChangeVersionAsync(Guid userId, CancellationToken cancellationToken) => db.Recipients.Where(recipient => recipient.UserId == userId)
        .ExecuteUpdateAsync(row => row.SetProperty(recipient => recipient.Version, recipient => recipient.Version + 1), cancellationToken);
}
