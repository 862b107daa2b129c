using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Outbox;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Outbox.Probe;

namespace SystemDesign.Tests.Integration.Outbox;

public sealed class DeliveryTests
{
    [Fact, Trait("Notes", "B1")]
    public async Task An_event_reaches_each_of_its_handlers_in_whatever_module()
    {
        await using var app = new ProbeApp();
        await app.TellAsync(new Happened(1), new Ignored());

        await app.DrainAsync();

        Assert.Equal([1], await app.NumbersAsync(nameof(NoteHappened)));
        Assert.Equal([1], await app.NumbersAsync(nameof(CopyHappened)));
        Assert.Empty(await app.OpenEventsAsync());
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_commit_wakes_the_dispatcher()
    {
        await using var app = new ProbeApp(inBackground: true);
        var copied = new TaskCompletionSource();
        app.Script.Before = (handler, _) =>
        {
            if (handler == nameof(CopyHappened))
            {
                copied.SetResult();
            }

            return Task.CompletedTask;
        };

        await app.TellAsync(new Happened(1));

        // It polls once an hour here, so it is the signal that did it.
        await copied.Task.WaitAsync(TimeSpan.FromMinutes(5));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task What_a_handler_tells_is_delivered_too()
    {
        await using var app = new ProbeApp();
        app.Script.Follow = true;
        await app.TellAsync([.. Enumerable.Range(1, 120).Select(number => new Happened(number))]);

        await app.DrainAsync();

        Assert.Equal(Enumerable.Range(1, 120), (await app.NumbersAsync(nameof(NoteFollowed))).Order());
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_handler_may_want_every_event()
    {
        await using var app = new ProbeApp([.. ProbeApp.UsualHandlers, typeof(CountAll)]);
        await app.TellAsync(new Happened(1), new Ignored(), new Became(1, "a"));

        await app.DrainAsync();

        var seen = (await app.EffectsAsync()).Where(effect => effect.Handler == nameof(CountAll)).Select(effect => effect.Key).ToHashSet();
        Assert.Superset(new HashSet<string?> { nameof(Happened), nameof(Ignored), nameof(Became) }, seen);
        Assert.Contains(nameof(Contracts.Users.UserRegistered), seen);
    }

    [Fact, Trait("Notes", "B1")]
    public async Task An_event_that_comes_again_has_its_effects_once()
    {
        await using var app = new ProbeApp();
        await app.TellAsync(new Happened(1));
        var envelope = new Envelope((await app.OpenEventsAsync())[0], typeof(Happened));
        var transport = app.Services.GetRequiredService<IEventTransport>();
        var subscription = app.Services.GetServices<Subscription>().Single(one => one.HandlerType == typeof(CopyHappened));

        await using var patience = new Patience(TimeSpan.FromMinutes(1));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => transport.DeliverAsync(subscription, [envelope], patience, CancellationToken.None)));

        Assert.All(outcomes, outcome => Assert.Equal(OutcomeKind.Handled, Assert.Single(outcome).Kind));
        Assert.Equal([1], await app.NumbersAsync(nameof(CopyHappened)));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task Dispatchers_that_race_share_the_work_and_keep_the_order_of_each_key()
    {
        await using var app = new ProbeApp();
        const int Count = 1_500;
        var keys = Enumerable.Range(0, 20).Select(number => $"key {number}").ToList();
        foreach (var portion in Enumerable.Range(1, Count).Chunk(100))
        {
            await app.TellAsync([.. portion.Select(number => new Happened(number, keys[number % keys.Count]))]);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var dispatcher = app.AnotherDispatcher();
            while (await dispatcher.DispatchAsync(CancellationToken.None))
            {
            }
        })));
        await app.DrainAsync();

        var effects = await app.EffectsAsync();
        foreach (var handler in new[] { nameof(NoteHappened), nameof(CopyHappened) })
        {
            Assert.Equal(Enumerable.Range(1, Count), effects.Where(effect => effect.Handler == handler).Select(effect => effect.Number).Order());
            Assert.All(keys, key =>
            {
                var ofKey = effects.Where(effect => effect.Handler == handler && effect.Key == key).Select(effect => effect.Number).ToList();
                Assert.Equal(ofKey.Order(), ofKey);
            });
        }
    }

    [Fact, Trait("Notes", "B1")]
    public async Task One_that_was_stopped_past_its_lease_settles_nothing()
    {
        await using var app = new ProbeApp();
        await app.TellAsync(new Happened(1));
        var claims = app.Services.GetRequiredService<EventClaims<ProbeDb>>();
        var stopped = await claims.TakeAsync(CancellationToken.None);
        Assert.False(await claims.AnyAsync(CancellationToken.None));

        app.Clock.Advance(TimeSpan.FromSeconds(31));
        await app.DrainAsync();
        var late = app.Services.GetRequiredService<OwedDeliveries<ProbeDb>>()
            .Owe(stopped.Items[0], nameof(NoteHappened), new(new(stopped.Items[0], typeof(Happened)), OutcomeKind.Failed, "too late"));
        await claims.SettleAsync(stopped, [late], CancellationToken.None);

        Assert.Empty(await app.OwedAsync());
        Assert.Equal([1], await app.NumbersAsync(nameof(NoteHappened)));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_name_that_this_build_does_not_know_waits_for_one_that_does_and_its_key_with_it()
    {
        await using var data = new Support.HostData();
        await using (var older = new ProbeApp(events: [typeof(Ignored), typeof(Followed), typeof(Became), typeof(Gone), typeof(Happened)], data: data))
        {
            await InsertUnknownAsync(older, "a");
            await older.TellAsync(new Happened(1, "a"), new Happened(2, "b"));
            await older.DrainAsync();

            Assert.Equal([2], await older.NumbersAsync(nameof(NoteHappened)));
            Assert.Equal(["probe.to-come.v1", "probe.happened.v1"], (await older.OpenEventsAsync()).Select(row => row.Name));
        }

        await using var newer = new ProbeApp(events: [typeof(ToCome), typeof(Ignored), typeof(Followed), typeof(Became), typeof(Gone), typeof(Happened)], data: data);
        await newer.DrainAsync();

        Assert.Empty(await newer.OpenEventsAsync());
        Assert.Equal([2, 1], await newer.NumbersAsync(nameof(NoteHappened)));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_name_that_nobody_came_to_know_is_dead_after_a_day_and_can_be_redriven()
    {
        await using var app = new ProbeApp();
        await InsertUnknownAsync(app, "a");
        await app.TellAsync(new Happened(1, "a"));
        var sweep = ActivatorUtilities.CreateInstance<OutboxSweep<ProbeDb>>(app.Services);

        app.Clock.Advance(TimeSpan.FromHours(23));
        await sweep.RunAsync(CancellationToken.None);
        Assert.Empty(await app.OwedAsync());

        app.Clock.Advance(TimeSpan.FromHours(2));
        await sweep.RunAsync(CancellationToken.None);
        await app.DrainAsync();

        Assert.NotNull(Assert.Single(await app.OwedAsync()).DeadAt);
        Assert.Equal([1], await app.NumbersAsync(nameof(NoteHappened)));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task The_trace_goes_on_where_the_event_is_handled()
    {
        await using var app = new ProbeApp();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == OutboxTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        var handledIn = new List<ActivityTraceId?>();
        app.Script.Before = (_, _) =>
        {
            handledIn.Add(Activity.Current?.TraceId);
            return Task.CompletedTask;
        };

        using var request = new Activity("a request").SetIdFormat(ActivityIdFormat.W3C).Start();
        var told = request.TraceId;
        await app.TellAsync(new Happened(1));
        request.Stop();
        await app.DrainAsync();

        Assert.Equal([told, told], handledIn);
    }

    [Fact, Trait("Notes", "B1")]
    public async Task Delivered_events_are_removed_after_a_week_and_state_events_never()
    {
        await using var app = new ProbeApp();
        await app.TellAsync(new Happened(1), new Became(1, "a"));
        await app.DrainAsync();
        var sweep = ActivatorUtilities.CreateInstance<OutboxSweep<ProbeDb>>(app.Services);

        app.Clock.Advance(TimeSpan.FromDays(6));
        await sweep.RunAsync(CancellationToken.None);
        Assert.Equal(2, await CountAsync<OutboxEvent>(app));

        app.Clock.Advance(TimeSpan.FromDays(2));
        await sweep.RunAsync(CancellationToken.None);
        Assert.Equal(1, await CountAsync<OutboxEvent>(app));
        Assert.NotEqual(0, await CountAsync<InboxEntry>(app));

        app.Clock.Advance(TimeSpan.FromDays(7));
        await sweep.RunAsync(CancellationToken.None);
        Assert.Equal(1, await CountAsync<OutboxEvent>(app));
        Assert.Equal(0, await CountAsync<InboxEntry>(app));
        await app.DrainAsync();
        Assert.Equal([1], await app.NumbersAsync(nameof(NoteBecame)));
    }

    private static async Task<int> CountAsync<TRow>(ProbeApp app)
        where TRow : class
    {
        await using var db = app.Open<ProbeDb>();
        return await db.Set<TRow>().CountAsync();
    }

    private static async Task InsertUnknownAsync(ProbeApp app, string key)
    {
        await using var db = app.Open<ProbeDb>();
        var now = app.Clock.GetUtcNow();
        db.Add(new OutboxEvent { Id = Guid.CreateVersion7(now), Name = "probe.to-come.v1", Key = key, Payload = "{}", OccurredAt = now });
        await app.Services.GetRequiredService<IWriter<ProbeDb>>().SaveAsync(db, CancellationToken.None);
    }

    [EventName("probe.to-come.v1")]
    private sealed record ToCome : IEvent;
}
