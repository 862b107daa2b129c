using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Notifications.Data;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Notifications;

/// <summary>Whoever delivers may die, or lose the database, between any two steps.</summary>
public sealed class DeliveryCrashTests
{
    private const string Phone = "+4915112345678";

    [Fact]
    public async Task When_the_database_is_away_at_any_step_a_message_goes_out_once()
    {
        await using var app = new NotifiedApp();
        var (ada, adaId) = await ReachedAsync(app);
        var place = 0;
        do
        {
            await app.AskAsync(adaId, $"Number {place}");
            await app.App.DrainAsync();
            app.Faults.Arm(++place);
            await Record.ExceptionAsync(app.DeliverAsync);
            app.Faults.Disarm();

            await DeliverToTheEndAsync(app);
        }
        while (app.Faults.Struck);

        Assert.True(place > 5, $"Only {place} places were tried.");
        Assert.Equal(Enumerable.Range(0, place).Select(number => $"Number {number}"), Sent(app).Select(message => message.Title));
        Assert.All(await app.DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.Sent, delivery.State));
        ada.Dispose();
    }

    [Fact]
    public async Task When_the_process_dies_at_any_step_a_message_goes_out_under_one_id_and_twice_only_if_it_died_before_it_wrote_the_answer()
    {
        await using var app = new NotifiedApp();
        var (ada, adaId) = await ReachedAsync(app);
        var place = 0;
        do
        {
            await app.AskAsync(adaId, $"Number {place}");
            await app.App.DrainAsync();
            app.Faults.Arm(++place);

            // What one instance has in its memory dies with it.
            using (var claims = new Mortal(app))
            {
                await Record.ExceptionAsync(() => claims.Work.RunAsync(CancellationToken.None));
            }

            app.Faults.Disarm();
            await DeliverToTheEndAsync(app);
        }
        while (app.Faults.Struck);

        Assert.True(place > 5, $"Only {place} places were tried.");
        var sent = Sent(app).GroupBy(message => message.Title).ToList();
        Assert.Equal(place, sent.Count);
        Assert.All(sent, messages => Assert.Single(messages.Select(message => message.DeliveryId).Distinct()));
        Assert.Equal(1, sent.Count(messages => messages.Count() > 1));
        Assert.All(await app.DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.Sent, delivery.State));
        ada.Dispose();
    }

    [Fact]
    public async Task An_instance_whose_lease_is_over_leaves_to_another_what_it_has_not_handed_over()
    {
        await using var app = new NotifiedApp();
        var (ada, adaId) = await ReachedAsync(app);
        var slow = app.App.Services.GetRequiredService<DeliveryClaims>();
        await app.AskAsync(adaId, "Once");
        await app.App.DrainAsync();
        var claim = await slow.TakeAsync(10);

        app.Clock.Advance(TimeSpan.FromMinutes(4));
        using (var other = new Mortal(app))
        {
            await other.Work.RunAsync(CancellationToken.None);
        }

        Assert.False(await slow.BeginAsync(Assert.Single(claim.Deliveries), claim.Lease));
        Assert.Single(Sent(app));
        ada.Dispose();
    }

    [DistributedFact]
    public async Task Two_instances_at_once_send_each_message_once()
    {
        await using var data = MigratedData.Copy();
        await using var one = new NotifiedApp(data);
        await using var other = new NotifiedApp(data);
        var (ada, adaId) = await ReachedAsync(one);
        await one.AskAsync([.. Enumerable.Range(0, 100).Select(number => one.Asked(adaId, $"Number {number:00}"))]);
        await Task.WhenAll(one.App.DrainAsync(), other.App.DrainAsync());
        one.Clock.Advance(TimeSpan.FromSeconds(1));
        other.Clock.Advance(TimeSpan.FromSeconds(1));

        await Task.WhenAll(one.DeliverAsync(), other.DeliverAsync());

        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"Number {number:00}"), Sent(one).Concat(Sent(other)).Select(message => message.Title).Order(StringComparer.Ordinal));
        ada.Dispose();
    }

    private static IReadOnlyList<OutgoingMessage> Sent(NotifiedApp app) => [.. app.Sms.Taken.Where(message => message.Title.StartsWith("Number", StringComparison.Ordinal) || message.Title == "Once")];

    private static async Task<(HttpClient Client, Guid Id)> ReachedAsync(NotifiedApp app)
    {
        var somebody = await app.SomebodyAsync();
        await app.ConfirmPhoneAsync(somebody.Client, Phone);
        using var on = await somebody.Client.PutAsJsonAsync("/api/notifications/preferences/orders", new ChannelsBody(true, false, Sms: true, false));
        on.EnsureSuccessStatusCode();
        return somebody;
    }

    /// <summary>Whoever takes over waits for the lease of the dead.</summary>
    private static async Task DeliverToTheEndAsync(NotifiedApp app)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        await app.DeliverAsync();
    }

    /// <summary>Another instance's part in the work.</summary>
    private sealed class Mortal(NotifiedApp app) : IDisposable
    {
        public DeliverNotifications Work { get; } = ActivatorUtilities.CreateInstance<DeliverNotifications>(
            app.App.Services, ActivatorUtilities.CreateInstance<DeliveryClaims>(app.App.Services));

        public void Dispose() => Work.Dispose();
    }
}
