using System.Net.Http.Json;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Contracts.Users;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Notifications;

public sealed class ErasureTests(NotifiedApp app) : IClassFixture<NotifiedApp>
{
    private const string Phone = "+4915112345678";

    [Fact]
    public async Task Who_leaves_takes_everything_along_and_nothing_comes_after()
    {
        var somebody = await app.Anonymous().RegisteredAsync();
        using var client = app.Anonymous();
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        using var me = await client.GetAsync("/api/users/me");
        var id = (await me.ReadAsync<AccountBody>()).Id;
        await app.ConfirmPhoneAsync(client, Phone);
        using var device = await client.PostAsJsonAsync("/api/notifications/contacts/devices", new { token = $"token-of-{id}" });
        using var chosen = await client.PutAsJsonAsync("/api/notifications/preferences/orders", new ChannelsBody(true, true, true, true));
        using var zone = await client.EditAsync("/api/notifications/preferences", """{"timeZone":"Europe/Berlin"}""");
        await app.AskAsync(id, "Before");
        await app.DeliverAsync();
        var sent = app.Sms.Taken.Count;

        using var left = await client.LeaveAsync(somebody.Password);
        left.EnsureSuccessStatusCode();
        await app.DeliverAsync();
        await app.AskAsync(id, "After", NotificationTopics.Security);
        await app.DeliverAsync();

        await using var db = await app.OpenAsync();
        Assert.False(db.Items.Any(item => item.UserId == id));
        Assert.False(db.Contacts.Any(contact => contact.UserId == id));
        Assert.False(db.Deliveries.Any(delivery => delivery.UserId == id));
        Assert.False(db.Preferences.Any(preference => preference.UserId == id));
        var recipient = db.Recipients.Single(row => row.UserId == id);
        Assert.Equal((null, null, true), (recipient.TimeZone, recipient.QuietFrom, recipient.LeftAt is not null));
        Assert.Equal(sent, app.Sms.Taken.Count);
    }

    [Fact]
    public async Task Whoever_is_told_twice_or_of_somebody_never_seen_bears_it()
    {
        var id = Guid.CreateVersion7();

        await app.AskAsync(new UserDeleted(id, app.Clock.GetUtcNow()), new UserDeleted(id, app.Clock.GetUtcNow()));
        await app.AskAsync(id, "After");
        await app.DeliverAsync();

        await using var db = await app.OpenAsync();
        Assert.False(db.Items.Any(item => item.UserId == id));
    }

    [Fact]
    public async Task A_token_that_is_not_refused_yet_writes_nothing_of_who_left()
    {
        var (client, id) = await app.SomebodyAsync();
        await app.AskAsync(new UserDeleted(id, app.Clock.GetUtcNow()));
        await app.DeliverAsync();

        using var contact = await client.PutAsJsonAsync("/api/notifications/contacts/phone", new { address = Phone });
        using var chosen = await client.PutAsJsonAsync("/api/notifications/preferences/orders", new ChannelsBody(true, true, true, true));

        Assert.Equal((System.Net.HttpStatusCode.Unauthorized, System.Net.HttpStatusCode.Unauthorized), (contact.StatusCode, chosen.StatusCode));
        await using var db = await app.OpenAsync();
        Assert.False(db.Contacts.Any(row => row.UserId == id));
    }

    [Fact]
    public async Task What_was_kept_for_its_time_is_swept_with_its_deliveries()
    {
        await using var brief = new NotifiedApp(data: null, ("Notifications:KeepDays", "2"));
        var (client, id) = await brief.SomebodyAsync();
        await brief.ConfirmPhoneAsync(client, Phone);
        await brief.AskAsync(id, "Old", NotificationTopics.Security, key: "key");
        await brief.DeliverAsync();

        brief.Clock.Advance(TimeSpan.FromDays(2));
        await brief.AskAsync(id, "New", NotificationTopics.Orders);
        await brief.App.DrainAsync();
        await brief.SweepAsync();

        await using var db = await brief.OpenAsync();
        Assert.Equal(["New"], db.Items.Select(item => item.Title));
        Assert.Empty(db.Deliveries);
        Assert.Equal(2, db.Recipients.Single().LastPosition);
    }
}
