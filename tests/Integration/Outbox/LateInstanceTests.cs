using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox;

/// <summary>What an instance that was stopped, or lost its connection, does to the others, moment by moment.</summary>
public sealed class LateInstanceTests
{
    private const string Ours = "SET lease";

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(31);

    [DistributedFact, Trait("Notes", "B1")]
    public async Task Events_that_one_settled_past_its_lease_while_another_claims_them_are_not_claimed()
    {
        await using var app = new ProbeApp();
        await app.TellAsync(new Happened(1), new Happened(2));
        var claims = app.Services.GetRequiredService<EventClaims<ProbeDb>>();
        var late = await claims.TakeAsync(CancellationToken.None);
        app.Clock.Advance(Lease);

        Meanwhile(app, () => claims.SettleAsync(late, [], CancellationToken.None));
        var claim = await claims.TakeAsync(CancellationToken.None);

        Assert.Empty(claim.Items);
        Assert.Equal(2, late.Items.Count);
        Assert.Empty(await app.OpenEventsAsync());
    }

    [DistributedFact, Trait("Notes", "B1")]
    public async Task What_failed_past_a_lease_while_another_claims_it_is_not_tried_before_it_is_due()
    {
        await using var app = new ProbeApp();
        app.Script.Before = (handler, _) => handler == nameof(CopyHappened) ? throw new InjectedFaultException() : Task.CompletedTask;
        await app.TellAsync(new Happened(1));
        await app.DrainAsync();
        app.Clock.Advance(Lease);
        var deliveries = app.Services.GetRequiredService<OwedDeliveries<ProbeDb>>();
        var late = await deliveries.TakeAsync(CancellationToken.None);
        var (delivery, row) = Assert.Single(late.Items);
        app.Clock.Advance(Lease);

        var failed = new Outcome(new(row, typeof(Happened)), OutcomeKind.Failed, "Again.");
        Meanwhile(app, () => deliveries.SettleAsync(late, new Dictionary<Guid, Outcome> { [delivery.Id] = failed }, CancellationToken.None));
        var claim = await deliveries.TakeAsync(CancellationToken.None);

        Assert.Empty(claim.Items);
        var owed = Assert.Single(await app.OwedAsync());
        Assert.Equal((2, "Again.", null), (owed.Attempts, owed.Failure, owed.LeasedUntil));
    }

    [DistributedFact, Trait("Notes", "B1")]
    public async Task To_wait_for_the_transaction_of_another_is_no_events_failure()
    {
        // The other one is to hold out for longer than this one's patience.
        await using var data = MigratedData.Copy();
        var connection = $"{data.Settings["Persistence:ConnectionString"]};Options=-c idle_in_transaction_session_timeout=0";
        await using var app = new ProbeApp(data: data, settings: [("Outbox:LeaseSeconds", "10"), ("Persistence:ConnectionString", connection)]);
        var handler = app.Services.GetServices<Subscription>().Single(one => one.HandlerType == typeof(CopyHappened)).Handler;
        await app.TellAsync(new Happened(1, "a"), new Happened(2, "a"));
        var first = (await app.OpenEventsAsync())[0].Id;
        await using (var other = app.Open<OtherDb>())
        {
            await using var transaction = await other.Database.BeginTransactionAsync();
            await other.Database.ExecuteSqlAsync($"INSERT INTO other.inbox (event_id, handler, handled_at) VALUES ({first}, {handler}, now())");
            using var dispatcher = app.AnotherDispatcher();
            Assert.True(await dispatcher.DispatchAsync(CancellationToken.None));

            var owed = await app.OwedAsync();
            Assert.Equal(2, owed.Count(delivery => delivery.Handler == handler));
            Assert.All(owed, delivery => Assert.Equal((0, null), (delivery.Attempts, delivery.Failure)));
            Assert.Empty(await app.NumbersAsync(nameof(CopyHappened)));
        }

        await app.DrainAsync();

        Assert.Equal([1, 2], await app.NumbersAsync(nameof(CopyHappened)));
        Assert.Equal([1, 2], await app.NumbersAsync(nameof(NoteHappened)));
        Assert.Empty(await app.OwedAsync());
    }

    [DistributedFact, Trait("Notes", "B1")]
    public async Task A_session_that_the_server_ended_is_no_events_failure()
    {
        await using var app = new ProbeApp();
        var ended = 0;
        app.Script.Before = async (handler, _) =>
        {
            if (handler == nameof(CopyHappened) && ended++ == 0)
            {
                await using var db = app.Open<OtherDb>();
                await db.Database.ExecuteSqlRawAsync(
                    "SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'");
            }
        };
        await app.TellAsync(new Happened(1));

        await app.DrainAsync();

        Assert.Equal(2, ended);
        Assert.Empty(await app.OwedAsync());
        Assert.Equal([1], await app.NumbersAsync(nameof(CopyHappened)));
        Assert.Equal([1], await app.NumbersAsync(nameof(NoteHappened)));
    }

    private static void Meanwhile(ProbeApp app, Func<Task> other) => app.Commands.Meanwhile = async command =>
    {
        if (command.Contains(Ours, StringComparison.Ordinal))
        {
            app.Commands.Meanwhile = _ => Task.CompletedTask;
            await other();
        }
    };
}
