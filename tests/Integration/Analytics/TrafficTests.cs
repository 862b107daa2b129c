using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Analytics.Data;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Analytics.Domain.Traffic;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Realtime;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.UrlShortener;

namespace SystemDesign.Tests.Integration.Analytics;

/// <summary>Requests per second, by route (B2-23).</summary>
[Trait("Notes", "B2-23")]
public sealed class TrafficTests
{
    private const string Redirects = "traffic?step=minute&route=/s/%7Bcode%7D";

    [Fact]
    public async Task B2_23_Requests_are_counted_by_route_and_not_by_path_and_by_what_came_of_them()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        using var operators = await app.OperatorAsync();
        var code = await client.ShortenedAsync();
        await client.FollowAsync(code);
        await client.FollowAsync(code, "HEAD");
        foreach (var path in new[] { "/s/nowhere", "/s/neither", "/made-up/by/somebody", "/made-up/by/another" })
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        using var strange = new HttpRequestMessage(new HttpMethod("BREW"), $"/s/{code}");
        using var refused = await client.SendAsync(strange);
        await app.FlushTrafficAsync();

        var traffic = await operators.ReadAsync<TrafficBody>("traffic?step=day");

        var redirect = Assert.Single(traffic.Routes, route => route is { Route: "/s/{code}", Method: "GET" });
        Assert.Equal(new Dictionary<string, long> { ["3xx"] = 1, ["4xx"] = 2 }, redirect.ByStatus);
        Assert.InRange(redirect.Milliseconds.P50!.Value, 0.001, redirect.Milliseconds.P99!.Value);
        Assert.Equal(1, Assert.Single(traffic.Routes, route => route is { Route: "/s/{code}", Method: "HEAD" }).Requests);
        Assert.Equal(2, Assert.Single(traffic.Routes, route => route is { Route: "(none)", Method: "GET" }).Requests);
        Assert.Contains(traffic.Routes, route => route.Method == "_OTHER");
        Assert.DoesNotContain(traffic.Routes, route => route.Route.Contains(code, StringComparison.Ordinal) || route.Route.Contains("made-up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task B2_23_Every_step_has_the_same_requests_each_in_its_minute()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        using var operators = await app.OperatorAsync();
        var code = await client.ShortenedAsync();
        foreach (var requests in new[] { 3, 2 })
        {
            foreach (var _ in Enumerable.Range(0, requests))
            {
                await client.FollowAsync(code);
            }

            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await app.FlushTrafficAsync();

        var minutes = await operators.ReadAsync<TrafficBody>(Redirects);
        Assert.Equal([3, 2], minutes.Points.Select(point => point.Requests));
        Assert.Equal(0.05, minutes.Points[0].RequestsPerSecond);
        foreach (var step in new[] { "hour", "day" })
        {
            Assert.Equal(5, (await operators.ReadAsync<TrafficBody>($"traffic?step={step}&route=/s/%7Bcode%7D")).Points.Sum(point => point.Requests));
        }
    }

    [Fact]
    public async Task B2_23_A_WebSocket_is_a_request_that_took_as_long_as_its_handshake()
    {
        await using var app = NotesModule.NewApp(new());
        using var operators = await app.OperatorAsync();
        using var device = await Device.ConnectAsync(app, (await Member.OfAsync(app)).Token);

        // Answered by what begins when the request has gone back through the pipeline.
        await device.SendAsync("no frame");
        Assert.Equal("error", Device.TypeOf(await device.NextAsync()));
        await app.FlushTrafficAsync();

        var handshake = Assert.Single((await operators.ReadAsync<TrafficBody>("traffic?step=day")).Routes, route => route.Route == "/api/notes/ws");
        Assert.Equal(new Dictionary<string, long> { ["1xx"] = 1 }, handshake.ByStatus);
        Assert.InRange(handshake.Milliseconds.P50!.Value, 0.001, 60_000);
    }

    [Fact]
    public async Task B2_23_Instances_add_up_counts_and_durations()
    {
        await using var app = new App();
        using var operators = await app.OperatorAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var instance = ActivatorUtilities.CreateInstance<RequestCounts>(app.Services);
            foreach (var round in Enumerable.Range(0, 5))
            {
                foreach (var request in Enumerable.Range(0, 10))
                {
                    instance.Count(new("/s/{code}", "GET", 3, TimeSpan.FromMilliseconds(request < 9 ? 1 : 100), null));
                }

                await instance.RunAsync(CancellationToken.None);
            }
        })));

        var route = Assert.Single((await operators.ReadAsync<TrafficBody>(Redirects)).Routes);

        Assert.Equal(200, route.Requests);
        Assert.InRange(route.Milliseconds.P50!.Value, 0.8, 1.2);
        Assert.InRange(route.Milliseconds.P95!.Value, 80, 120);
    }

    [DistributedFact]
    public async Task B2_23_Two_instances_on_one_database_are_one_traffic()
    {
        await using var data = MigratedData.Copy();
        await using var first = new App(new AppSetup { Data = data });
        await using var second = new App(new AppSetup { Data = data });
        using var client = await first.Anonymous().SignedInAsync();
        var code = await client.ShortenedAsync();
        foreach (var app in new[] { first, second, second })
        {
            using var visitor = app.Anonymous();
            await visitor.FollowAsync(code);
        }

        await Task.WhenAll(first.FlushTrafficAsync(), second.FlushTrafficAsync());

        using var operators = await first.OperatorAsync();
        Assert.Equal(3, Assert.Single((await operators.ReadAsync<TrafficBody>("traffic?step=day&route=/s/%7Bcode%7D")).Routes).Requests);
    }

    [Fact]
    public async Task B2_23_Whichever_transaction_fails_before_or_after_its_commit_each_request_is_counted_once()
    {
        await using var app = new App();
        using var operators = await app.OperatorAsync();

        // Its transactions alone: those of the application's own background work are not to be struck in their place.
        var faults = new TransactionFaults();
        var transactions = new FaultyTransactions<AnalyticsDb>(app.Services.GetRequiredService<ITransactions<AnalyticsDb>>(), faults);
        var writer = ActivatorUtilities.CreateInstance<Writer<AnalyticsDb>>(app.Services, transactions);
        using var instance = ActivatorUtilities.CreateInstance<RequestCounts>(
            app.Services, ActivatorUtilities.CreateInstance<TrafficBatches>(app.Services, writer));
        var place = 0;
        do
        {
            instance.Count(new("/s/{code}", "GET", 3, TimeSpan.FromMilliseconds(1), null));
            faults.Arm(++place);
            var failure = await Record.ExceptionAsync(() => instance.RunAsync(CancellationToken.None));
            faults.Disarm();
            Assert.Equal(faults.Struck, failure is InjectedFaultException);

            // What comes meanwhile is in no way mixed with what failed.
            instance.Count(new("/s/{code}", "GET", 3, TimeSpan.FromMilliseconds(1), null));
            await instance.FinishAsync();
            Assert.Equal(2 * place, Assert.Single((await operators.ReadAsync<TrafficBody>(Redirects)).Routes).Requests);
        }
        while (faults.Struck);

        Assert.Equal(3, place);
    }

    [Fact]
    public async Task B2_23_An_instance_that_stops_writes_what_it_has_counted()
    {
        await using var data = MigratedData.Copy();
        await using (var app = new App(new AppSetup { Data = data }))
        {
            using var client = await app.Anonymous().SignedInAsync();
            await client.FollowAsync(await client.ShortenedAsync());
        }

        await using var restarted = new App(new AppSetup { Data = data });
        using var operators = await restarted.OperatorAsync();
        Assert.Equal(1, Assert.Single((await operators.ReadAsync<TrafficBody>("traffic?step=day&route=/s/%7Bcode%7D")).Routes).Requests);
    }

    [Fact]
    public async Task Addresses_are_cut_and_networks_beyond_the_first_of_a_day_are_one()
    {
        await using var app = new App();
        using var operators = await app.OperatorAsync();
        using var instance = ActivatorUtilities.CreateInstance<RequestCounts>(app.Services);
        foreach (var number in Enumerable.Range(0, NetworkTraffic.MaximumOfDay + 100))
        {
            instance.Count(new("/", "GET", 2, TimeSpan.FromMilliseconds(1), Network.Of(IPAddress.Parse($"10.{number / 250}.{number % 250}.77"))));
        }

        instance.Count(new("/", "GET", 2, TimeSpan.FromMilliseconds(1), Network.Of(IPAddress.Parse("10.0.7.78"))));
        await instance.FinishAsync();

        var day = await operators.ReadAsync<NetworksBody>("networks");

        // The operator's own network is among the first of the day, if it was written before the others.
        Assert.Equal("(other)", day.Networks[0].Network);
        Assert.InRange(day.Networks[0].Requests, 100, 101);
        Assert.Equal(new("10.0.7.0/24", 2), day.Networks[1]);
        Assert.Equal(100, day.Networks.Length);
        await using var db = app.Services.OpenAnalytics();
        Assert.All(await db.Set<NetworkRequests>().Select(row => row.Network).ToListAsync(), network => Assert.Matches("^10\\.[0-9]+\\.[0-9]+\\.0/24$|^127\\.0\\.0\\.0/24$|^\\(other\\)$", network));
        await app.FlushTrafficAsync();
        app.Clock.Advance(TimeSpan.FromDays(16));
        await app.SweepAnalyticsAsync();
        Assert.False(await db.Set<NetworkRequests>().AnyAsync());
    }

    [Fact]
    public async Task B2_23_A_forecast_says_when_the_capacity_is_reached()
    {
        await using var app = new App(("Analytics:CapacityRequestsPerSecond", "30"));

        // Half past noon: in the first minutes of an hour the one before is not taken for whole.
        var now = Step.Day.StartOf(app.Clock.GetUtcNow()).AddDays(1).AddHours(12);
        app.Clock.Advance(now.AddMinutes(30) - app.Clock.GetUtcNow());
        using var operators = await app.OperatorAsync();
        var start = now.AddHours(-21 * 24);
        await app.Services.ChangeAnalyticsAsync(async (db, cancellationToken) =>
        {
            // Ten requests per second and one more each day.
            db.AddRange(Enumerable.Range(0, 21 * 24).Select(hour => new RouteRequests
            {
                Step = Step.Hour,
                Start = start.AddHours(hour),
                Route = "/s/{code}",
                Method = "GET",
                StatusClass = 3,
                Requests = 36_000 + (150 * hour),
                Durations = string.Empty,
            }));
            await db.SaveChangesAsync(cancellationToken);
        });

        var forecast = await operators.ReadAsync<ForecastBody>("forecast?horizonDays=30");
        var ofRoute = await operators.ReadAsync<ForecastBody>("forecast?horizonDays=30&route=/s/%7Bcode%7D");

        // 30 are reached after 480 hours; there are 504 less the first, so that is now. From noon to noon there are 31 days.
        Assert.Equal(("holt-winters-weekly", 503, 31), (forecast.Method, forecast.KnownHours, forecast.Days.Length));
        Assert.NotNull(forecast.ReachedAt);
        Assert.Equal(forecast.ReachedAt, ofRoute.ReachedAt);
        Assert.InRange((forecast.ReachedAt.Value - now).TotalHours, -2, 24);
    }

    [Fact]
    public async Task B2_23_Without_enough_hours_a_forecast_says_how_many_it_takes()
    {
        await using var app = new App();
        using var operators = await app.OperatorAsync();

        var forecast = await operators.ReadAsync<ForecastBody>("forecast");

        Assert.Equal(("not-enough-data", 0, "A forecast needs 24 whole hours that were counted; there are 0."), (forecast.Method, forecast.KnownHours, forecast.Why));
    }
}
