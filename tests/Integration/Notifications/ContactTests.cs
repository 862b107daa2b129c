using System.Net;
using System.Net.Http.Json;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Notifications;

public sealed class ContactTests
{
    private const string Phone = "+4915112345678";
    private const string Token = "fMEP0vKk2Cw:APA91bHun4MxP5egoKMwt2KZFBaFUH";

    [Fact]
    public async Task An_address_is_used_when_its_code_is_typed_in()
    {
        await using var app = new NotifiedApp();
        var (ada, adaId) = await app.SomebodyAsync();
        using var set = await ada.PutAsJsonAsync("/api/notifications/contacts/phone", new { address = Phone });
        var pending = await set.ReadAsync<ContactBody>();
        Assert.Equal(("sms", null, Phone), (pending.Channel, pending.Address, pending.Pending));
        await app.AskAsync(adaId, "Too early", NotificationTopics.Security);
        await app.DeliverAsync();
        var code = Assert.Single(app.Sms.Taken);
        Assert.Equal(Phone, code.Address);

        await app.ConfirmPhoneAsync(ada, "+4915112345679");
        await app.AskAsync(adaId, "Now", NotificationTopics.Security);
        await app.DeliverAsync();

        Assert.Equal(("+4915112345679", "Now"), (app.Sms.Taken[^1].Address, app.Sms.Taken[^1].Title));
        Assert.DoesNotContain(app.Sms.Taken, message => message.Title == "Too early");
        using var contacts = await ada.GetAsync("/api/notifications/contacts");
        Assert.Equal("+4915112345679", (await contacts.ReadAsync<ContactsBody>()).Phone!.Address);
    }

    [Fact]
    public async Task Of_50_guesses_at_once_five_count()
    {
        await using var app = new NotifiedApp();
        var (ada, _) = await app.SomebodyAsync();
        using var set = await ada.PutAsJsonAsync("/api/notifications/contacts/phone", new { address = Phone });
        await app.DeliverAsync();
        var code = new string([.. app.Sms.Taken[^1].Text.SkipWhile(character => !char.IsAsciiDigit(character)).Take(6)]);
        var wrong = code == "000000" ? "000001" : "000000";

        var guesses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ada.PostAsJsonAsync("/api/notifications/contacts/phone/confirm", new { code = wrong })));
        using var right = await ada.PostAsJsonAsync("/api/notifications/contacts/phone/confirm", new { code });

        Assert.All(guesses, guess => Assert.True(guess.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, $"{guess.StatusCode}"));
        Assert.Equal("notifications.code-wrong", (await right.ProblemAsync()).Code);
        await using var db = await app.OpenAsync();
        Assert.Equal(5, db.Contacts.Single().CodeAttempts);
        guesses.ToList().ForEach(guess => guess.Dispose());
    }

    [Fact]
    public async Task A_sixth_code_in_a_day_is_refused_and_says_when_to_come_again()
    {
        await using var app = new NotifiedApp();
        var (ada, _) = await app.SomebodyAsync();
        for (var number = 0; number < 5; number++)
        {
            using var set = await ada.PutAsJsonAsync("/api/notifications/contacts/phone", new { address = $"+491511234567{number}" });
            Assert.Equal(HttpStatusCode.OK, set.StatusCode);
            using var removed = await ada.DeleteAsync("/api/notifications/contacts/phone");
        }

        using var refused = await ada.PutAsJsonAsync("/api/notifications/contacts/phone", new { address = Phone });

        Assert.Equal("notifications.too-many-codes", (await refused.ProblemAsync()).Code);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.FromHours(23));
        await app.DeliverAsync();
        Assert.Empty(app.Sms.Taken);
    }

    [Fact]
    public async Task A_removed_address_gets_nothing_not_even_what_waits()
    {
        await using var app = new NotifiedApp(data: null, ("Notifications:GraceSeconds", "10"));
        var (ada, adaId) = await app.SomebodyAsync();
        await app.ConfirmPhoneAsync(ada, Phone);
        using var on = await ada.PutAsJsonAsync("/api/notifications/preferences/orders", new ChannelsBody(true, false, Sms: true, false));
        await app.AskAsync(adaId, "Waits");
        await app.DeliverAsync();

        using var removed = await ada.DeleteAsync("/api/notifications/contacts/phone");
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        await app.DeliverAsync();

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.DoesNotContain(app.Sms.Taken, message => message.Title == "Waits");
        using var contacts = await ada.GetAsync("/api/notifications/contacts");
        Assert.Null((await contacts.ReadAsync<ContactsBody>()).Phone);
    }

    [Fact]
    public async Task Every_device_gets_it_once_and_one_that_somebody_else_registers_is_theirs()
    {
        await using var app = new NotifiedApp();
        var (ada, adaId) = await app.SomebodyAsync();
        var (bob, bobId) = await app.SomebodyAsync();
        var shared = await AddAsync(ada, Token, "Phone");
        await AddAsync(ada, $"{Token}-2", "Tablet");
        Assert.Equal(shared.Id, (await AddAsync(ada, Token, "Phone")).Id);

        await app.AskAsync(adaId, "To both", NotificationTopics.Messages, key: "key");
        await app.AskAsync(adaId, "To both", NotificationTopics.Messages, key: "key");
        await app.DeliverAsync();
        Assert.Equal([Token, $"{Token}-2"], app.Push.Taken.Select(message => message.Address).Order(StringComparer.Ordinal));

        await AddAsync(bob, Token, "Phone");
        await app.AskAsync(adaId, "To Ada", NotificationTopics.Messages);
        await app.AskAsync(bobId, "To Bob", NotificationTopics.Messages);
        await app.DeliverAsync();

        Assert.Equal([("To Ada", $"{Token}-2"), ("To Bob", Token)], app.Push.Taken.Skip(2).Select(message => (message.Title, message.Address)).Order());
        using var contacts = await ada.GetAsync("/api/notifications/contacts");
        Assert.Equal(["Tablet"], (await contacts.ReadAsync<ContactsBody>()).Devices.Select(device => device.Name));
    }

    [Fact]
    public async Task Of_50_devices_at_once_ten_are_registered()
    {
        await using var app = new NotifiedApp();
        var (ada, _) = await app.SomebodyAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => ada.PostAsJsonAsync("/api/notifications/contacts/devices", new { token = $"{Token}-{number}" })));

        Assert.Equal(10, answers.Count(answer => answer.StatusCode is HttpStatusCode.Created));
        Assert.All(answers.Where(answer => answer.StatusCode is not HttpStatusCode.Created), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        answers.ToList().ForEach(answer => answer.Dispose());
    }

    private static async Task<ContactBody> AddAsync(HttpClient client, string token, string name)
    {
        using var response = await client.PostAsJsonAsync("/api/notifications/contacts/devices", new { token, name });
        return await response.ReadAsync<ContactBody>();
    }
}
