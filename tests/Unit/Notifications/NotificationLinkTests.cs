using SystemDesign.Notifications.Domain.Inbox;

namespace SystemDesign.Tests.Unit.Notifications;

public sealed class NotificationLinkTests
{
    [Theory]
    [InlineData("/s/launch?a=b#c", true)]
    [InlineData("/", true)]
    [InlineData("https://example.org/a", true)]
    [InlineData("http://example.org", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,<script>", false)]
    [InlineData("ftp://example.org", false)]
    [InlineData("relative", false)]
    [InlineData("/with space", false)]
    [InlineData("/with\r\nheader", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Leads_to_a_page_or_nowhere(string? link, bool isTaken) => Assert.Equal(isTaken ? link : null, NotificationLink.Read(link));

    [Fact]
    public void Is_whole_where_there_is_no_page_that_it_is_below()
    {
        Assert.Equal("https://example.org/s/launch", NotificationLink.Absolute("/s/launch", "https://example.org/"));
        Assert.Equal("https://other.example/a", NotificationLink.Absolute("https://other.example/a", "https://example.org"));
    }
}
