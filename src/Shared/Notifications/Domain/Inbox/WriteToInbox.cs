using MediatR;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Kernel.Time;
using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Notifications.Domain.Preferences;

namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>
/// Puts a notification into its user's inbox, and on the way to where they want to hear of it (WA-1, TW-14, DB-10, TI-11, AB-6, AB-15). Whether they
/// still want to is asked again when it is sent.
/// </summary>
internal sealed class WriteToInbox(IInbox inbox, IPreferences preferences, IContacts contacts, NotificationsOptions options, TimeProvider clock)
    : INotificationHandler<NotificationRequested>
{
    public async Task Handle(NotificationRequested notification, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var item = InboxItem.Of(notification, now);
        var topic = NotificationTopics.Of(item.Topic);
        var wanted = await preferences.FindAsync(item.UserId, item.Topic, cancellationToken) ?? ChannelChoices.DefaultOf(topic);
        var reached = (await contacts.ListAsync(item.UserId, cancellationToken)).Where(contact => contact.Address is not null && wanted.Has(contact.Channel));
        var due = topic.Importance is NotificationImportance.Urgent ? now : now + options.Grace;
        inbox.Add(item, topic.AlwaysInApp || wanted.InApp, [.. reached.Select(contact => Delivery.Of(item, contact, now, due))]);
    }
}
