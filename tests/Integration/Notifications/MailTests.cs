using System.Net;
using System.Net.Http.Json;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Notifications;

/// <summary>E-mail over real SMTP, to servers that fail in the ways in which servers do.</summary>
[Trait("Notes", "AB-6")]
[Trait("Notes", "AB-15")]
public sealed class MailTests : Fixture
{
    private const string Address = "ada@example.org";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly SmtpServer first = new();
    private readonly SmtpServer second = new();
    private readonly NotifiedApp app;

    public MailTests() => app = new(
        data: null, [.. first.SettingsAs(0), .. second.SettingsAs(1), ("Notifications:PublicBaseUrl", "https://example.org"), ("Notifications:Mail:From", "Example <noreply@example.org>")]);

    public override async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    [Fact]
    public async Task An_event_that_comes_five_times_is_one_email_and_one_sms()
    {
        var (ada, adaId) = await ReachedAsync();
        await app.ConfirmPhoneAsync(ada, "+4915112345678");
        var asked = app.Asked(adaId, "Your password was changed", NotificationTopics.Security);

        for (var time = 1; time <= 5; time++)
        {
            await app.AskAsync(asked);
            await app.DeliverAsync();
        }

        var mail = Assert.Single(Mails(first));
        Assert.Equal([Address], mail.Recipients);
        Assert.Equal("Your password was changed", mail.Subject);
        Assert.Single(app.Sms.Taken, message => message.Title == "Your password was changed");
    }

    [Fact]
    public async Task What_is_sent_is_what_is_in_the_inbox()
    {
        var (ada, adaId) = await ReachedAsync();

        await app.AskAsync([.. Enumerable.Range(1, 20).Select(number => app.Asked(adaId, $"Number {number}"))]);
        await app.DeliverAsync();

        Assert.Equal(
            (await NotifiedApp.InboxAsync(ada)).Select(item => item.Title).Order(StringComparer.Ordinal), Mails(first).Select(mail => mail.Subject).Order(StringComparer.Ordinal));
        Assert.All(await app.DeliveriesAsync(), delivery => Assert.Equal((DeliveryState.Sent, 1, first.Name), (delivery.State, delivery.Attempts, delivery.Provider)));
    }

    [Fact]
    public async Task An_email_is_text_and_a_page_names_its_delivery_and_can_be_unsubscribed_from()
    {
        var (_, adaId) = await ReachedAsync();

        await app.AskAsync(adaId, "Schön: 👩‍🚀 <b>bold</b>", body: ".\nTwo parcels & more", link: "/orders/7");
        await app.DeliverAsync();

        var mail = Assert.Single(Mails(first));
        Assert.Equal("Schön: 👩‍🚀 <b>bold</b>", mail.Subject);
        Assert.Contains(".\nTwo parcels & more", mail.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt;", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Two parcels &amp; more", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("https://example.org/orders/7", mail.Text, StringComparison.Ordinal);
        Assert.Equal($"<{(await app.DeliveriesAsync())[0].Id:N}@example.org>", mail.MessageId);
        Assert.StartsWith("<https://example.org/api/notifications/unsubscribe?token=", mail.Header("List-Unsubscribe"), StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.Contains("noreply@example.org", mail.Header("From"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_break_in_a_title_makes_no_header()
    {
        var (_, adaId) = await ReachedAsync();

        await app.AskAsync(adaId, "Hello\r\nBcc: victim@example.org\r\n\r\nanother body");
        await app.DeliverAsync();

        var mail = Assert.Single(Mails(first));
        Assert.Null(mail.Header("Bcc"));
        Assert.Equal([Address], mail.Recipients);
        Assert.Contains("Bcc: victim@example.org", mail.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CONNECT", "421 too busy")]
    [InlineData("MAIL", "451 try again later")]
    [InlineData("RCPT", "450 mailbox busy")]
    [InlineData("DATA", "452 no room")]
    [InlineData(".", "451 could not be written")]
    public async Task A_server_that_does_not_take_it_now_leaves_it_to_the_second_at_once(string command, string answer)
    {
        var (_, adaId) = await ReachedAsync();
        first.Answer = verb => verb == command ? answer : null;

        await app.AskAsync(adaId, "Shipped");
        await app.DeliverAsync();

        Assert.Empty(Mails(first));
        Assert.Single(Mails(second));
        Assert.Equal((DeliveryState.Sent, 1, second.Name), States(await app.DeliveriesAsync()));
    }

    [Fact]
    public async Task A_server_that_is_away_leaves_it_to_the_second_and_readiness_names_it()
    {
        var (_, adaId) = await ReachedAsync();
        await first.StopAsync();

        for (var number = 1; number <= 4; number++)
        {
            await app.AskAsync(adaId, $"Number {number}");
            await app.DeliverAsync();
        }

        Assert.Equal(4, Mails(second).Count);
        using var client = app.Anonymous();
        using var ready = await client.GetAsync("/health/ready");
        var report = await ready.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("\"status\":\"degraded\"", report, StringComparison.Ordinal);
        Assert.Contains($"{first.Name} is set aside", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCPT", "550 no such user here")]
    [InlineData(".", "554 looks like spam")]
    public async Task A_server_that_refuses_it_for_good_is_believed(string command, string answer)
    {
        var (_, adaId) = await ReachedAsync();
        first.Answer = verb => verb == command ? answer : null;

        await app.AskAsync(adaId, "Shipped");
        await app.DeliverAsync();
        app.Clock.Advance(TimeSpan.FromHours(3));
        await app.DeliverAsync();

        Assert.Empty(Mails(second));
        Assert.Equal((DeliveryState.Failed, 1, first.Name), States(await app.DeliveriesAsync()));
        Assert.NotEmpty((await app.DeliveriesAsync())[0].LastError!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_may_have_been_taken_is_tried_again_at_the_same_server_under_the_same_id(bool broken)
    {
        var (_, adaId) = await ReachedAsync();
        first.BreakOff = broken ? 1 : 0;
        first.IsSlow = !broken;

        await app.AskAsync(adaId, "Shipped");
        var delivering = app.DeliverAsync();
        if (first.IsSlow)
        {
            await first.HasLeftWaitingAsync().WaitAsync(Patience);
            app.Clock.Advance(TimeSpan.FromSeconds(SmtpServer.TimeoutSeconds));
        }

        await delivering;
        Assert.Equal((DeliveryState.Waiting, 1, first.Name), States(await app.DeliveriesAsync()));
        first.IsSlow = false;
        await app.DeliverAsync();
        Assert.Single(Mails(first));

        app.Clock.Advance(TimeSpan.FromSeconds(70));
        await app.DeliverAsync();

        Assert.Equal((DeliveryState.Sent, 2, first.Name), States(await app.DeliveriesAsync()));
        Assert.Equal(2, Mails(first).Count);
        Assert.Single(Mails(first).Select(mail => mail.MessageId).Distinct());
        Assert.Empty(Mails(second));
    }

    [Fact]
    public async Task Servers_that_are_slow_take_no_thread_from_requests()
    {
        const int Threads = 8;
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.StartWithThreads(
            Threads, [.. data.Arguments, "--RateLimiting:Enabled=false", "--Notifications:PublicBaseUrl=https://example.org", "--Notifications:Mail:From=noreply@example.org", .. first.SettingsAs(0).Select(setting => $"--{setting.Key}={setting.Value}")]);
        await host.WaitUntilReadyAsync();
        var clients = new List<HttpClient>();
        for (var number = 0; number <= Threads; number++)
        {
            clients.Add(await host.Client().SignedInAsync());
        }

        first.IsSlow = true;

        // The first keeps the others back until they all go at once.
        await AskForCodeAsync(clients[0]);
        await first.HasLeftWaitingAsync().WaitAsync(Patience);
        await Task.WhenAll(clients.Skip(1).Select(AskForCodeAsync));
        first.AnswerAfterAll();
        for (var number = 0; number < Threads; number++)
        {
            await first.HasLeftWaitingAsync().WaitAsync(Patience);
        }

        using var anybody = host.Client();
        using var alive = await anybody.GetAsync("/health/live");
        Assert.Equal((HttpStatusCode.OK, Threads), (alive.StatusCode, first.Waiting));
        clients.ForEach(client => client.Dispose());

        static async Task AskForCodeAsync(HttpClient client)
        {
            using var set = await client.PutAsJsonAsync("/api/notifications/contacts/email", new { address = Address });
            Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        }
    }

    [Fact]
    public async Task What_nobody_takes_is_tried_eight_times_ever_later_and_then_an_operator_decides()
    {
        var (_, adaId) = await ReachedAsync();
        first.Answer = second.Answer = verb => verb == "RCPT" ? "450 later" : null;
        await app.AskAsync(adaId, "Shipped");

        for (var minute = 0; minute < 3 * 60; minute++)
        {
            await app.DeliverAsync();
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((DeliveryState.Failed, Delivery.MaximumAttempts, second.Name), States(await app.DeliveriesAsync()));
        using var client = await app.OperatorAsync();
        using var failed = await client.GetAsync("/api/notifications/operator/deliveries");
        var delivery = Assert.Single((await failed.ReadAsync<PageBody<DeliveryBody>>()).Items);
        Assert.Equal(("email", "orders", "failed", adaId), (delivery.Channel, delivery.Topic, delivery.State, delivery.UserId));
        Assert.DoesNotContain(Address, await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        first.Answer = second.Answer = _ => null;
        var redriven = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.PostAsync($"/api/notifications/operator/deliveries/{delivery.Id}/redrive", null)));
        await app.DeliverAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.DeliverAsync();

        Assert.Contains(redriven, answer => answer.StatusCode is HttpStatusCode.Accepted);
        Assert.Single(Mails(first).Concat(Mails(second)));
        redriven.ToList().ForEach(answer => answer.Dispose());
    }

    [Fact]
    public async Task The_link_of_an_email_ends_email_about_its_topic_without_signing_in_when_its_button_is_pressed()
    {
        var (ada, adaId) = await ReachedAsync();
        await app.AskAsync(adaId, "Shipped");
        await app.DeliverAsync();
        var link = new Uri(Assert.Single(Mails(first)).Header("List-Unsubscribe")!.Trim('<', '>')).PathAndQuery;
        using var anybody = app.Anonymous();

        // Programs follow links that nobody clicked.
        using var page = await anybody.GetAsync(link);
        Assert.Contains("<form method=\"post\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await app.AskAsync(adaId, "Still comes");
        await app.DeliverAsync();
        Assert.Equal(2, Mails(first).Count);

        for (var time = 1; time <= 2; time++)
        {
            using var content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            using var done = await anybody.PostAsync(link, content);
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        }

        await app.AskAsync(adaId, "By e-mail no more");
        await app.AskAsync(adaId, "Another topic", NotificationTopics.Hotels);
        await app.DeliverAsync();

        Assert.Equal(["Shipped", "Still comes", "Another topic"], Mails(first).Select(mail => mail.Subject));
        Assert.Contains(await NotifiedApp.InboxAsync(ada), item => item.Title == "By e-mail no more");
        using var changed = await anybody.PostAsync(link[..^3], null);
        Assert.Equal("notifications.link-invalid", (await changed.ProblemAsync()).Code);
    }

    private static IReadOnlyList<ReceivedMail> Mails(SmtpServer server) => [.. server.Taken.Where(mail => mail.Header("List-Unsubscribe") is not null)];

    private static (DeliveryState State, int Attempts, string? Provider) States(IReadOnlyList<Delivery> deliveries)
    {
        var delivery = Assert.Single(deliveries);
        return (delivery.State, delivery.Attempts, delivery.Provider);
    }

    private async Task<(HttpClient Client, Guid Id)> ReachedAsync()
    {
        var somebody = await app.SomebodyAsync();
        await app.ConfirmEmailAsync(somebody.Client, () => first.Taken, Address);
        return somebody;
    }
}
