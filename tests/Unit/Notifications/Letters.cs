using SystemDesign.Contracts.Notifications;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Notifications.Domain.Preferences;

namespace SystemDesign.Tests.Unit.Notifications;

/// <summary>Deliveries as they are when they are due.</summary>
internal static class Letters
{
    public static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static DeliveryContext Of(NotificationTopic topic, Channel channel = Channel.Email, string title = "Title", string body = "Body", string? link = null)
    {
        var userId = Guid.CreateVersion7();
        var item = InboxItem.Of(new NotificationRequested(userId, topic.Name, title, body, link, "key", Now), Now);
        var contact = new Contact { Id = Guid.CreateVersion7(), UserId = userId, Channel = channel, Slot = Contact.OnlySlot, Address = "ada@example.org", ConfirmedAt = Now };
        return new(Delivery.Of(item, contact, Now, Now), item, contact, new() { UserId = userId }, Chosen: null);
    }

    public static OutgoingMessage Written(this DeliveryContext context) =>
        new Messages(new Tokens(), new Seals(), new() { PublicBaseUrl = "https://example.org" }).Write(context, "ada@example.org")!;

    private sealed class Tokens : IUnsubscribeTokens
    {
        public string Write(Guid userId, string topic) => "token";

        public (Guid UserId, string Topic)? Read(string token) => null;
    }

    private sealed class Seals : ICodeSeals
    {
        public string Seal(string code) => code;

        public string? Open(string seal) => seal;
    }
}
