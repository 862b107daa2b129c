using SystemDesign.Contracts.Notifications;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Notifications.Domain.Preferences;
using SystemDesign.Notifications.Domain.Recipients;

namespace SystemDesign.Tests.Unit.Notifications;

public sealed class DeliveryDecisionTests
{
    private static readonly DateTimeOffset Now = Letters.Now;

    [Fact]
    public void Sends_to_the_address_that_is_in_use() =>
        Assert.Equal(DeliveryDecision.Send("ada@example.org"), Letters.Of(NotificationTopics.Orders).Decide(Now));

    [Theory]
    [InlineData("deleted")]
    [InlineData("read")]
    [InlineData("gone")]
    [InlineData("no address")]
    [InlineData("no contact")]
    [InlineData("switched off")]
    public void Drops_what_nobody_wants_any_more(string what)
    {
        var context = Letters.Of(NotificationTopics.Orders);
        context = what switch
        {
            "deleted" => context with { Item = Changed(context.Item!, deletedAt: Now) },
            "read" => context with { Item = Changed(context.Item!, readAt: Now) },
            "gone" => context with { Item = null },
            "no contact" => context with { Contact = null },
            "switched off" => context with { Chosen = new ChannelChoices(true, Email: false, true, true) },
            _ => context,
        };
        if (what == "no address")
        {
            context.Contact!.Clear();
        }

        Assert.NotNull(context.Decide(Now).DropReason);
    }

    [Theory]
    [InlineData("Email", false)]
    [InlineData("Sms", false)]
    [InlineData("Push", true)]
    public void An_ordinary_topic_goes_to_devices_only_unless_its_user_chose(string name, bool isSent)
    {
        var channel = Enum.Parse<Channel>(name);
        Assert.Equal(isSent, Letters.Of(NotificationTopics.Messages, channel).Decide(Now).Address is not null);
        Assert.NotNull((Letters.Of(NotificationTopics.Messages, channel) with { Chosen = new(true, true, true, true) }).Decide(Now).Address);
    }

    [Fact]
    public void Waits_for_the_end_of_quiet_hours_where_the_user_is_unless_it_is_urgent()
    {
        var night = new Recipient { UserId = Guid.CreateVersion7(), TimeZone = "Asia/Kolkata", QuietFrom = 17 * 60, QuietUntil = 18 * 60 };

        // Noon in UTC is half past five in Kolkata.
        Assert.Equal(DeliveryDecision.Wait(Now.AddMinutes(30)), (Letters.Of(NotificationTopics.Orders) with { Recipient = night }).Decide(Now));
        Assert.NotNull((Letters.Of(NotificationTopics.Security) with { Recipient = night }).Decide(Now).Address);
    }

    private static InboxItem Changed(InboxItem item, DateTimeOffset? readAt = null, DateTimeOffset? deletedAt = null) => new()
    {
        Id = item.Id,
        UserId = item.UserId,
        Topic = item.Topic,
        Title = item.Title,
        Body = item.Body,
        DedupKey = item.DedupKey,
        RequestedAt = item.RequestedAt,
        CreatedAt = item.CreatedAt,
        ReadAt = readAt,
        DeletedAt = deletedAt,
    };
}
