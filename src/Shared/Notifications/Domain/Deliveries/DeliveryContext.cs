using SystemDesign.Contracts.Notifications;
using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Notifications.Domain.Preferences;
using SystemDesign.Notifications.Domain.Recipients;

namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>A delivery, and everything that decides what becomes of it, as it is when it is due.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Item">Nothing if it carries a code, or if the notification is gone.</param>
/// <param name="Contact">Nothing if it is gone.</param>
/// <param name="Recipient">Whose it is.</param>
/// <param name="Chosen">For the item's topic; nothing: its defaults.</param>
internal sealed record DeliveryContext(Delivery Delivery, InboxItem? Item, Contact? Contact, Recipient Recipient, ChannelChoices? Chosen)
{
    /// <summary>What is right to do with it now.</summary>
    public DeliveryDecision Decide(DateTimeOffset now) => Delivery.ItemId is null ? DecideOnCode(now) : DecideOnItem(now);

    private DeliveryDecision DecideOnItem(DateTimeOffset now)
    {
        if (Item is not { DeletedAt: null })
        {
            return DeliveryDecision.Drop("The notification was deleted.");
        }

        if (Item.ReadAt is not null)
        {
            return DeliveryDecision.Drop("It was read in the app meanwhile.");
        }

        var topic = NotificationTopics.Of(Item.Topic);
        if (!(Chosen ?? ChannelChoices.DefaultOf(topic)).Has(Delivery.Channel))
        {
            return DeliveryDecision.Drop("Its user switched the channel off for this topic.");
        }

        if (Contact?.Address is not { } address)
        {
            return DeliveryDecision.Drop("The address was removed.");
        }

        return topic.Importance is not NotificationImportance.Urgent && Recipient.QuietHours?.EndAt(now, TimeZones.Of(Recipient.TimeZone)) is { } end
            ? DeliveryDecision.Wait(end)
            : DeliveryDecision.Send(address);
    }

    /// <summary>Whoever asked for it looks at the screen and waits: no hour is quiet for that.</summary>
    private DeliveryDecision DecideOnCode(DateTimeOffset now) =>
        Contact is { PendingAddress: { } address } && Contact.CodeId == Delivery.Id && Contact.CodeExpiresAt > now
            ? DeliveryDecision.Send(address)
            : DeliveryDecision.Drop("The code is too old, or another one took its place.");
}
