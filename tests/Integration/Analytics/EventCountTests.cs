using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Analytics.Data;
using SystemDesign.Analytics.Domain.Distinct;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.UrlShortener;

namespace SystemDesign.Tests.Integration.Analytics;

/// <summary>Every event of every module, counted once, where it happened.</summary>
[Trait("Notes", "DB-4")]
public sealed class EventCountTests
{
    private const string HappenedName = "probe.happened.v1";
    private const string JoinedName = "probe.joined.v1";

    private static readonly IReadOnlyList<Type> Events = [typeof(Happened), typeof(Ignored), typeof(Followed), typeof(Became), typeof(Gone), typeof(Joined)];

    [Fact]
    public async Task DB_4_What_happens_in_any_module_is_counted_though_no_module_knows_who_counts()
    {
        await using var app = new App(AnalyticsSteps.NoHaste);
        using var client = await app.Anonymous().SignedInAsync();
        using var operators = await app.OperatorAsync();
        var code = await client.ShortenedAsync();
        await client.ShortenedAsync();
        await client.FollowAsync(code);
        await app.FlushAsync();
        var leaver = await app.Anonymous().RegisteredAsync();
        using var leaving = app.Anonymous();
        leaving.Bearing((await leaving.TokensAsync(leaver)).AccessToken);
        using var left = await leaving.LeaveAsync(leaver.Password);
        await app.DrainAsync();

        // The first operator is a user too.
        Assert.Equal(3, (await operators.CountsAsync("users"))["users.user-registered.v1"]);
        Assert.Equal(1, (await operators.CountsAsync("users"))["users.user-deleted.v1"]);
        Assert.Equal(
            new Dictionary<string, long> { ["url-shortener.link-shortened.v1"] = 2, ["url-shortener.link-visited.v2"] = 1 },
            await operators.CountsAsync("url-shortener"));
        foreach (var step in new[] { "minute", "hour", "day" })
        {
            var one = await operators.ReadAsync<EventsBody>($"events?step={step}&name=url-shortener.link-shortened.v1");
            Assert.Equal((2, 2), (one.Total, one.Points.Sum(point => point.Count)));
            Assert.Equal(new("url-shortener.link-shortened.v1", "url-shortener", 2), Assert.Single(one.Names));
        }
    }

    [Fact]
    public async Task DB_4_An_event_that_is_told_again_and_again_is_counted_once()
    {
        await using var app = Start();
        await app.TellAsync(new Joined(Guid.CreateVersion7()));
        var envelope = new Envelope((await app.OpenEventsAsync())[0], typeof(Joined));
        var subscription = app.Services.GetServices<Subscription>().Single(one => one.IsToAll);
        await using var patience = new Patience(TimeSpan.FromMinutes(1));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            app.Services.GetRequiredService<IEventTransport>().DeliverAsync(subscription, [envelope], patience, CancellationToken.None)));
        await app.DrainAsync();

        Assert.Equal(1, await app.Services.SumAsync(JoinedName, Step.Minute));
    }

    [Fact]
    public Task DB_4_Whatever_dies_at_any_command_the_sum_is_the_count() =>
        AtAnyAsync((app, place) => app.Commands.Arm(place), app => app.Commands.Disarm(), app => app.Commands.Struck, atLeast: 15);

    [Fact]
    public Task DB_4_Whatever_dies_before_or_after_any_transaction_the_sum_is_the_count() =>
        AtAnyAsync((app, place) => app.Transactions.Arm(place), app => app.Transactions.Disarm(), app => app.Transactions.Struck, atLeast: 6);

    [Fact]
    public async Task DB_4_Dispatchers_that_race_count_each_event_and_each_user_once()
    {
        await using var app = Start();
        const int Count = 1_200;
        const int Users = 300;
        var users = Enumerable.Range(0, Users).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var portion in Enumerable.Range(0, Count).Chunk(100))
        {
            await app.TellAsync([.. portion.Select(number => new Joined(users[number % Users]))]);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var dispatcher = app.AnotherDispatcher();
            while (await dispatcher.DispatchAsync(CancellationToken.None))
            {
            }
        })));
        await app.DrainAsync();

        foreach (var step in Steps.All)
        {
            Assert.Equal(Count, await app.Services.SumAsync(JoinedName, step));
        }

        await using var db = app.Services.OpenAnalytics();
        var sketches = await db.Set<UserSketch>().Where(row => row.Name == JoinedName || row.Name == IUserSketches.AnyEvent).ToListAsync();
        Assert.Contains(sketches, row => row.Name == JoinedName && row.Step == Step.Day);
        Assert.Equal(Users, HyperLogLog.Read(sketches.Single(row => row.Name == JoinedName).Seen).Estimate());
    }

    [Fact]
    public async Task DB_4_What_comes_late_is_counted_when_it_happened_and_raises_the_hours_and_days_that_were_made()
    {
        await using var app = Start();
        await app.TellAsync(new Happened(1));
        await app.DrainAsync();
        await app.TellAsync(new Happened(2), new Happened(3));
        var told = app.Clock.GetUtcNow();
        app.Clock.Advance(TimeSpan.FromHours(30));
        await app.TellAsync(new Happened(4));
        await app.DrainAsync();

        await using var db = app.Services.OpenAnalytics();
        foreach (var step in Steps.All)
        {
            var rows = await db.Set<EventCount>().Where(row => row.Name == HappenedName && row.Step == step).OrderBy(row => row.Start).ToListAsync();
            Assert.Equal([(step.StartOf(told), 3L), (step.StartOf(told.AddHours(30)), 1L)], rows.Select(row => (row.Start, row.Total)));
        }
    }

    [Fact]
    public async Task DB_4_What_comes_when_its_minute_or_hour_is_gone_is_in_its_hour_and_day_or_in_its_day_only()
    {
        await using var app = Start();
        await app.TellAsync(new Became(1, "a"));
        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.DrainAsync();

        Assert.Equal((0, 1, 1), await SumsAsync(app, "probe.became.v1"));

        await app.TellAsync(new Happened(1));
        app.Clock.Advance(TimeSpan.FromDays(62));
        await app.DrainAsync();

        Assert.Equal((0, 0, 1), await SumsAsync(app, HappenedName));
    }

    [Fact]
    public async Task DB_4_Minutes_and_hours_go_when_their_time_is_over_and_what_is_left_adds_up()
    {
        await using var app = Start();
        foreach (var day in Enumerable.Range(0, 64))
        {
            await app.TellAsync(new Happened(day), new Happened(day));
            await app.DrainAsync();
            app.Clock.Advance(TimeSpan.FromDays(1));
        }

        await app.App.SweepAnalyticsAsync();

        // Days -2 and -1 have minutes still; since the 3rd hour of the day may be cut, whole days of hours from 60 days ago on.
        Assert.Equal((4, 120, 128), await SumsAsync(app, HappenedName));
    }

    [Fact]
    public async Task DB_4_Counting_reads_nothing_of_an_event_but_whose_it_is()
    {
        await using var app = Start();
        await app.TellAsync(new Happened(1), new Joined(Guid.CreateVersion7()));
        await using (var db = app.Open<ProbeDb>())
        {
            await app.Services.GetRequiredService<SystemDesign.Platform.Persistence.IWriter<ProbeDb>>().RunAsync(
                db,
                transaction => db.Set<OutboxEvent>().ExecuteUpdateAsync(row => row.SetProperty(broken => broken.Payload, "{"), transaction),
                CancellationToken.None);
        }

        await app.DrainAsync();

        Assert.Equal(1, await app.Services.SumAsync(HappenedName, Step.Day));
        Assert.Equal(0, await app.Services.SumAsync(JoinedName, Step.Day));
        Assert.Contains(await app.OwedAsync(), owed => owed.Handler == "Analytics.CountEvents" && owed.Attempts == 1);
    }

    [Fact]
    public async Task DB_4_Without_analytics_nobody_hears_of_everything()
    {
        await using var app = new App(("Analytics:Enabled", "false"));
        using var operators = await app.OperatorAsync();

        using var events = await operators.GetAsync(new Uri($"{AnalyticsSteps.Root}/events", UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, events.StatusCode);
        Assert.DoesNotContain(app.Services.GetServices<Subscription>(), subscription => subscription.IsToAll);
    }

    private static ProbeApp Start() => new(events: Events, settings: [("Analytics:Enabled", "true"), AnalyticsSteps.NoHaste]);

    private static async Task<(long Minutes, long Hours, long Days)> SumsAsync(ProbeApp app, string name) =>
        (await app.Services.SumAsync(name, Step.Minute), await app.Services.SumAsync(name, Step.Hour), await app.Services.SumAsync(name, Step.Day));

    private static async Task AtAnyAsync(Action<ProbeApp, int> arm, Action<ProbeApp> disarm, Func<ProbeApp, bool> struck, int atLeast)
    {
        await using var app = Start();
        var told = 0;
        var place = 0;
        do
        {
            await app.TellAsync([.. Enumerable.Range(0, 4).Select(_ => (IEvent)new Joined(Guid.CreateVersion7()))]);
            told += 4;

            arm(app, ++place);
            await Record.ExceptionAsync(async () => await app.Services.GetRequiredService<Outboxes>().DrainAsync());
            disarm(app);

            // Whoever takes over waits for the lease of the dead.
            app.Clock.Advance(AnalyticsSteps.Lease + TimeSpan.FromSeconds(1));
            await app.DrainAsync();
        }
        while (struck(app));

        Assert.True(place > atLeast, $"Only {place} places were tried.");
        Assert.Empty(await app.OpenEventsAsync());
        Assert.Empty(await app.OwedAsync());
        foreach (var step in Steps.All)
        {
            Assert.Equal(told, await app.Services.SumAsync(JoinedName, step));
        }

        await using var db = app.Services.OpenAnalytics();
        var seen = await db.Set<UserSketch>().Where(row => row.Name == JoinedName).ToListAsync();
        Assert.Equal(told, seen.Sum(row => HyperLogLog.Read(row.Seen).Estimate()));
    }
}
