using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Notifications;

[Trait("Notes", "TI-11")]
[Trait("Notes", "DB-10")]
public sealed class LiveTests(NotifiedApp app) : IClassFixture<NotifiedApp>
{
    [Fact]
    public async Task What_is_new_comes_to_every_device_and_to_nobody_else()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        var (bob, bobId) = await app.SomebodyAsync();
        using var phone = await LiveDevice.ConnectAsync(app.App, ada);
        using var tablet = await LiveDevice.ConnectAsync(app.App, ada);
        using var other = await LiveDevice.ConnectAsync(app.App, bob);

        await app.AskAsync(adaId, "For Ada");
        await app.AskAsync(bobId, "For Bob");
        await app.DeliverAsync();

        Assert.Equal((1, "For Ada"), await phone.NotificationAsync());
        Assert.Equal((1, "For Ada"), await tablet.NotificationAsync());
        Assert.Equal((1, "For Bob"), await other.NotificationAsync());
        Assert.Equal(new UnreadBody(1, 1), await phone.UnreadAsync());
    }

    [Fact]
    public async Task Who_comes_back_gets_what_was_missed_once_and_in_order()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        using (var phone = await LiveDevice.ConnectAsync(app.App, ada))
        {
            await app.AskAsync(adaId, "Seen");
            await app.DeliverAsync();
            Assert.Equal((1, "Seen"), await phone.NotificationAsync());
        }

        await app.AskAsync([app.Asked(adaId, "Missed"), app.Asked(adaId, "Removed"), app.Asked(adaId, "Missed too")]);
        await app.DeliverAsync();
        using var removed = await ada.DeleteAsync($"/api/notifications/inbox/{(await NotifiedApp.InboxAsync(ada)).Single(item => item.Title == "Removed").Id}");
        using var again = await LiveDevice.ConnectAsync(app.App, ada, cursor: 1);
        await app.AskAsync(adaId, "New");
        await app.DeliverAsync();

        Assert.Equal((2, "Missed"), await again.NotificationAsync());
        Assert.Equal((4, "Missed too"), await again.NotificationAsync());
        Assert.Equal((5, "New"), await again.NotificationAsync());
    }

    [Fact]
    public async Task What_one_device_reads_or_removes_the_others_hear_of()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        await app.AskAsync([app.Asked(adaId, "One"), app.Asked(adaId, "Two"), app.Asked(adaId, "Three")]);
        await app.DeliverAsync();
        using var tablet = await LiveDevice.ConnectAsync(app.App, ada);
        var inbox = await NotifiedApp.InboxAsync(ada);

        using var read = await ada.PutAsync($"/api/notifications/inbox/{inbox[0].Id}/read", null);
        Assert.Equal(new UnreadBody(2, 3), await tablet.UnreadAsync());
        using var removed = await ada.DeleteAsync($"/api/notifications/inbox/{inbox[1].Id}");
        Assert.Equal(new UnreadBody(1, 3), await tablet.UnreadAsync());
        using var unread = await ada.DeleteAsync($"/api/notifications/inbox/{inbox[0].Id}/read");
        Assert.Equal(new UnreadBody(2, 3), await tablet.UnreadAsync());
    }

    [Fact]
    public async Task An_event_stream_goes_on_behind_the_last_event()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        await app.AskAsync([app.Asked(adaId, "Seen"), app.Asked(adaId, "Missed")]);
        await app.DeliverAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/notifications/stream");
        request.Headers.Add("Last-Event-ID", "1");
        using var response = await ada.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));

        var events = new List<string>();
        while (events.Count == 0 || events[^1].Length > 0 || !events.Contains("event: notification"))
        {
            events.Add((await lines.ReadLineAsync(patience.Token))!);
        }

        Assert.Contains("id: 2", events);
        Assert.Contains(events, line => line.StartsWith("data: ", StringComparison.Ordinal) && line.Contains("\"title\":\"Missed\"", StringComparison.Ordinal));
        Assert.DoesNotContain(events, line => line.Contains("Seen", StringComparison.Ordinal));
    }

    [DistributedFact]
    public async Task What_another_instance_writes_comes_too()
    {
        await using var data = MigratedData.Copy();
        await using var one = new NotifiedApp(data);
        await using var other = new NotifiedApp(data);
        var (ada, adaId) = await one.SomebodyAsync();
        using var phone = await LiveDevice.ConnectAsync(one.App, ada);

        await other.AskAsync(adaId, "From another instance");
        await other.DeliverAsync();

        Assert.Equal((1, "From another instance"), await phone.NotificationAsync());
    }
}
