using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Kernel.Events;
using SystemDesign.Notifications.Data;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Notifications;

/// <summary>The application, whose notifications are delivered when the test says so.</summary>
public sealed class NotifiedApp : Fixture
{
    private readonly App app;

    public NotifiedApp()
        : this(data: null)
    {
    }

    /// <param name="data">Of another application's, if it is to go on with that.</param>
    /// <param name="settings">As on a command line.</param>
    internal NotifiedApp(HostData? data, params IEnumerable<(string Key, string Value)> settings) => app = new(new AppSetup
    {
        Data = data,
        Settings = [("Notifications:GraceSeconds", "0"), .. settings],
        Services = Compose,
    });

    internal App App => app;

    internal ManualClock Clock => app.Clock;

    internal RecordingProvider Sms { get; } = new(Channel.Sms);

    internal RecordingProvider Push { get; } = new(Channel.Push);

    internal TransactionFaults Faults { get; } = new();

    internal HttpClient Anonymous() => app.Anonymous();

    /// <summary>Somebody new, who is signed in.</summary>
    internal async Task<(HttpClient Client, Guid Id)> SomebodyAsync()
    {
        var client = await app.Anonymous().SignedInAsync();
        using var me = await client.GetAsync("/api/users/me");
        return (client, (await me.ReadAsync<AccountBody>()).Id);
    }

    internal async Task<HttpClient> OperatorAsync()
    {
        var client = app.Anonymous();
        return client.Bearing((await client.TokensAsync(Somebody.Operator)).AccessToken);
    }

    /// <summary>What a module would ask for, in one unit of work.</summary>
    internal async Task AskAsync(params IEvent[] events)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        foreach (var requested in events)
        {
            scope.ServiceProvider.GetRequiredService<IOutbox>().Add(requested);
        }

        await app.Services.GetRequiredService<IWriter<NotificationsDb>>().SaveAsync(db, CancellationToken.None);
    }

    internal Task AskAsync(Guid userId, string title, NotificationTopic? topic = null, string? key = null, string body = "Body", string? link = null) =>
        AskAsync(Asked(userId, title, topic, key, body, link));

    internal NotificationRequested Asked(Guid userId, string title, NotificationTopic? topic = null, string? key = null, string body = "Body", string? link = null) =>
        new(userId, (topic ?? NotificationTopics.Orders).Name, title, body, link, key ?? $"{Guid.CreateVersion7()}", Clock.GetUtcNow());

    /// <summary>Ends when whatever is due now has been looked after.</summary>
    internal async Task DeliverAsync()
    {
        await app.DrainAsync();
        await app.Services.GetRequiredService<DeliverNotifications>().RunAsync(CancellationToken.None);
    }

    /// <summary>Removes what was kept for its time.</summary>
    internal async Task SweepAsync()
    {
        await app.Services.GetRequiredService<ExpiredRows<NotificationsDb, InboxItem>>().SweepAsync(CancellationToken.None);
        await app.Services.GetRequiredService<ExpiredRows<NotificationsDb, Delivery>>().SweepAsync(CancellationToken.None);
    }

    /// <summary>Sets an address of a user's and types in the code that is sent there.</summary>
    /// <param name="client">The user's.</param>
    /// <param name="sent">The code's e-mails.</param>
    /// <param name="address">Theirs.</param>
    internal async Task ConfirmEmailAsync(HttpClient client, Func<IReadOnlyList<ReceivedMail>> sent, string address)
    {
        using var set = await client.PutAsJsonAsync("/api/notifications/contacts/email", new { address });
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        await DeliverAsync();
        using var confirmed = await client.PostAsJsonAsync("/api/notifications/contacts/email/confirm", new { code = sent().Last(mail => mail.Recipients.Contains(address)).Code });
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
    }

    internal async Task ConfirmPhoneAsync(HttpClient client, string address)
    {
        using var set = await client.PutAsJsonAsync("/api/notifications/contacts/phone", new { address });
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        await DeliverAsync();
        var code = new string([.. Sms.Taken[^1].Text.SkipWhile(character => !char.IsAsciiDigit(character)).Take(6)]);
        using var confirmed = await client.PostAsJsonAsync("/api/notifications/contacts/phone/confirm", new { code });
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
    }

    internal static async Task<NotificationBody[]> InboxAsync(HttpClient client, string query = "?limit=100")
    {
        using var response = await client.GetAsync($"/api/notifications/inbox{query}");
        return (await response.ReadAsync<PageBody<NotificationBody>>()).Items;
    }

    internal static async Task<UnreadBody> UnreadAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/notifications/inbox/unread");
        return await response.ReadAsync<UnreadBody>();
    }

    /// <summary>What is kept of the deliveries of notifications, codes aside.</summary>
    internal async Task<IReadOnlyList<Delivery>> DeliveriesAsync()
    {
        await using var db = await OpenAsync();
        return await db.Deliveries.AsNoTracking().Where(delivery => delivery.ItemId != null).OrderBy(delivery => delivery.Id).ToListAsync();
    }

    internal Task<NotificationsDb> OpenAsync() => app.Services.GetRequiredService<IDbContextFactory<NotificationsDb>>().CreateDbContextAsync();

    public override ValueTask DisposeAsync() => app.DisposeAsync();

    private void Compose(IServiceCollection services)
    {
        services.WithoutWorker<DeliverNotifications>();
        services.RemoveAll<IProvider>();
        services.AddSingleton<IProvider>(Sms);
        services.AddSingleton<IProvider>(Push);
        services.AddSingleton<ITransactions<NotificationsDb>>(provider => FaultyTransactions<NotificationsDb>.Of(provider, Faults));
    }
}
