using SystemDesign.Contracts.Notifications;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Deliveries;

namespace SystemDesign.Tests.Unit.Notifications;

public sealed class MessagesTests
{
    [Fact]
    public void A_page_shows_markup_and_does_not_obey_it()
    {
        var message = Letters.Of(NotificationTopics.Orders, title: "<script>alert(1)</script>", body: "<img src=x onerror=alert(1)> & \"more\"", link: "https://example.org/?a=%22><b>").Written();

        Assert.DoesNotContain("<script", message.Html!, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", message.Html!, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", message.Html!, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", message.Html!, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_email_says_where_it_leads_why_it_comes_and_how_to_have_no_more()
    {
        var message = Letters.Of(NotificationTopics.Orders, title: "Shipped", body: "Two parcels", link: "/orders/7").Written();

        Assert.Equal("https://example.org/api/notifications/unsubscribe?token=token", message.UnsubscribeUrl);
        foreach (var part in new[] { "Two parcels", "https://example.org/orders/7", NotificationTopics.Orders.Description, message.UnsubscribeUrl })
        {
            Assert.Contains(part!, message.Text, StringComparison.Ordinal);
            Assert.Contains(part!, message.Html!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/short", true)]
    [InlineData(null, false)]
    public void An_sms_is_cut_before_its_link(string? link, bool hasLink)
    {
        var message = Letters.Of(NotificationTopics.Security, Channel.Sms, "Title", new string('x', 500), link).Written();

        Assert.Equal(Messages.MaximumSmsLength, message.Text.Length);
        Assert.StartsWith("Title: xxx", message.Text, StringComparison.Ordinal);
        Assert.Equal(hasLink, message.Text.EndsWith("… https://example.org/short", StringComparison.Ordinal));
        Assert.Null(message.Html);
    }

    [Fact]
    public void An_sms_leaves_out_a_link_that_would_leave_no_room()
    {
        var message = Letters.Of(NotificationTopics.Security, Channel.Sms, "Title", "Body", $"/{new string('l', 200)}").Written();

        Assert.Equal("Title: Body", message.Text);
    }
}
