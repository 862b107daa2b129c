using System.Net;
using System.Net.Http.Json;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Notifications;

public sealed class PreferenceTests(NotifiedApp app) : IClassFixture<NotifiedApp>
{
    private const string Phone = "+4915112345678";

    [Fact]
    public async Task Every_topic_has_a_default_that_can_be_changed_and_taken_back()
    {
        var (ada, _) = await app.SomebodyAsync();
        var before = await ReadAsync(ada);
        Assert.Equal(NotificationTopics.All.Select(topic => topic.Name), before.Topics.Select(topic => topic.Topic));
        Assert.Equal(new ChannelsBody(true, Email: true, Sms: false, true), Of(before, "orders"));
        Assert.Equal(new ChannelsBody(true, Email: false, Sms: false, true), Of(before, "messages"));
        Assert.Equal(new ChannelsBody(true, Email: true, Sms: true, true), Of(before, "security"));

        var choices = new ChannelsBody(false, Email: false, Sms: true, false);
        using var chosen = await ada.PutAsJsonAsync("/api/notifications/preferences/orders", choices);
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        Assert.Equal(choices, Of(await ReadAsync(ada), "orders"));

        using var reset = await ada.DeleteAsync("/api/notifications/preferences/orders");
        Assert.Equal(before.Topics, (await ReadAsync(ada)).Topics);
    }

    [Fact]
    public async Task Time_zone_and_quiet_hours_are_patched_and_an_old_version_is_refused()
    {
        var (ada, _) = await app.SomebodyAsync();
        using var first = await ada.EditAsync("/api/notifications/preferences", """{"timeZone":"Europe/Berlin","quietHours":{"from":"22:00","until":"07:00"}}""");
        var tag = first.Headers.ETag!.ToString();
        using var second = await ada.EditAsync("/api/notifications/preferences", """{"quietHours":null}""", tag);
        using var stale = await ada.EditAsync("/api/notifications/preferences", """{"timeZone":null}""", tag);

        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        var now = await ReadAsync(ada);
        Assert.Equal(("Europe/Berlin", null), (now.TimeZone, now.QuietHours));
    }

    [Fact]
    public async Task Of_50_changes_at_once_each_is_made_or_refused_and_none_is_half_made()
    {
        var (ada, _) = await app.SomebodyAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(minute =>
            ada.EditAsync("/api/notifications/preferences", $$$"""{"quietHours":{"from":"22:{{{minute:00}}}","until":"07:{{{minute:00}}}"}}""")));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{answer.StatusCode}"));
        Assert.Contains(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        var quiet = (await ReadAsync(ada)).QuietHours!;
        Assert.Equal(quiet.From[3..], quiet.Until[3..]);
        answers.ToList().ForEach(answer => answer.Dispose());
    }

    [Fact]
    public async Task A_topic_that_is_not_wanted_in_the_app_is_not_there_and_still_comes_elsewhere_once()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        await app.ConfirmPhoneAsync(ada, Phone);
        using var chosen = await ada.PutAsJsonAsync("/api/notifications/preferences/orders", new ChannelsBody(false, false, Sms: true, false));

        await app.AskAsync(adaId, "By SMS only", key: "key");
        await app.AskAsync(adaId, "By SMS only", key: "key");
        await app.AskAsync(adaId, "In the app", NotificationTopics.Messages);
        await app.DeliverAsync();

        Assert.Equal([(1, "In the app")], (await NotifiedApp.InboxAsync(ada)).Select(item => (item.Position, item.Title)));
        Assert.Single(app.Sms.Taken, message => message.Text.StartsWith("By SMS only", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_quiet_hours_messages_wait_until_they_end_less_those_that_are_urgent()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        await app.ConfirmPhoneAsync(ada, Phone);
        using var chosen = await ada.PutAsJsonAsync("/api/notifications/preferences/orders", new ChannelsBody(true, false, Sms: true, false));
        var now = app.Clock.GetUtcNow();
        using var quiet = await ada.EditAsync(
            "/api/notifications/preferences", $$$"""{"quietHours":{"from":"{{{now.AddHours(-1):HH:mm}}}","until":"{{{now.AddHours(2):HH:mm}}}"}}""");

        await app.AskAsync(adaId, "Waits");
        await app.AskAsync(adaId, "Cannot wait", NotificationTopics.Security);
        await app.DeliverAsync();
        Assert.Equal(2, (await NotifiedApp.InboxAsync(ada)).Length);
        Assert.Equal(["Cannot wait"], SentTo(app));

        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.DeliverAsync();
        Assert.Equal(["Cannot wait", "Waits"], SentTo(app));
    }

    [Fact]
    public async Task What_is_switched_off_or_read_while_a_message_waits_is_not_sent()
    {
        await using var patient = new NotifiedApp(data: null, ("Notifications:GraceSeconds", "10"));
        var (ada, adaId) = await patient.SomebodyAsync();
        await patient.ConfirmPhoneAsync(ada, Phone);
        foreach (var topic in new[] { "orders", "hotels" })
        {
            using var on = await ada.PutAsJsonAsync($"/api/notifications/preferences/{topic}", new ChannelsBody(true, false, Sms: true, false));
        }

        await patient.AskAsync(adaId, "Switched off", NotificationTopics.Hotels);
        await patient.AskAsync(adaId, "Read");
        await patient.AskAsync(adaId, "Removed");
        await patient.AskAsync(adaId, "Sent");
        await patient.DeliverAsync();
        Assert.Empty(SentTo(patient));

        using var off = await ada.PutAsJsonAsync("/api/notifications/preferences/hotels", new ChannelsBody(true, false, Sms: false, false));
        var inbox = await NotifiedApp.InboxAsync(ada);
        using var read = await ada.PutAsync($"/api/notifications/inbox/{inbox.Single(item => item.Title == "Read").Id}/read", null);
        using var removed = await ada.DeleteAsync($"/api/notifications/inbox/{inbox.Single(item => item.Title == "Removed").Id}");
        patient.Clock.Advance(TimeSpan.FromSeconds(10));
        await patient.DeliverAsync();

        Assert.Equal(["Sent"], SentTo(patient));
        Assert.Equal(
            [DeliveryState.Dropped, DeliveryState.Dropped, DeliveryState.Dropped, DeliveryState.Sent], (await patient.DeliveriesAsync()).Select(delivery => delivery.State).OrderDescending());
    }

    private static IEnumerable<string> SentTo(NotifiedApp app) => app.Sms.Taken.Where(message => message.Title is "Waits" or "Cannot wait" or "Switched off" or "Read" or "Removed" or "Sent").Select(message => message.Title);

    private static ChannelsBody Of(PreferencesBody preferences, string topic) => preferences.Topics.Single(one => one.Topic == topic).Channels;

    private static async Task<PreferencesBody> ReadAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/notifications/preferences");
        return await response.ReadAsync<PreferencesBody>();
    }
}
