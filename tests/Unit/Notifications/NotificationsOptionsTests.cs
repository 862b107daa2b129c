using System.ComponentModel.DataAnnotations;
using SystemDesign.Notifications.Domain;

namespace SystemDesign.Tests.Unit.Notifications;

public sealed class NotificationsOptionsTests
{
    [Fact]
    public void Need_nothing_to_be_set() => Assert.Empty(FailuresOf(new()));

    [Theory]
    [InlineData("Notifications:PublicBaseUrl", "example.org", "A <a@example.org>", "mail.example.org", 587, 20, null)]
    [InlineData("Notifications:PublicBaseUrl", null, "A <a@example.org>", "mail.example.org", 587, 20, null)]
    [InlineData("Notifications:PublicBaseUrl", "ftp://example.org", "A <a@example.org>", "mail.example.org", 587, 20, null)]
    [InlineData("Notifications:Mail:From", "https://example.org", "nobody", "mail.example.org", 587, 20, null)]
    [InlineData("Notifications:Mail:Servers:0:Host", "https://example.org", "A <a@example.org>", "https://mail", 587, 20, null)]
    [InlineData("Notifications:Mail:Servers:0:Port", "https://example.org", "A <a@example.org>", "mail.example.org", 0, 20, null)]
    [InlineData("Notifications:Mail:Servers:0:TimeoutSeconds", "https://example.org", "A <a@example.org>", "mail.example.org", 587, 60, null)]
    [InlineData("Notifications:Mail:Servers:0:Password", "https://example.org", "A <a@example.org>", "mail.example.org", 587, 20, "ada")]
    public void Name_the_setting_that_cannot_be_used(string setting, string? baseUrl, string from, string host, int port, int timeout, string? userName)
    {
        var options = new NotificationsOptions { PublicBaseUrl = baseUrl };
        options.Mail.From = from;
        options.Mail.Servers.Add(new() { Host = host, Port = port, TimeoutSeconds = timeout, UserName = userName });

        Assert.Contains(setting, Assert.Single(FailuresOf(options)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> FailuresOf(NotificationsOptions options)
    {
        var failures = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), failures, validateAllProperties: true);
        return [.. failures.Select(failure => failure.ErrorMessage!)];
    }
}
