using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Analytics.Data;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.UrlShortener;

namespace SystemDesign.Tests.Integration.Analytics;

/// <summary>What clients say that happened (TW-15).</summary>
[Trait("Notes", "TW-15")]
public sealed class CustomEventTests
{
    [Fact]
    public async Task TW_15_Events_of_clients_are_counted_by_name_user_and_value()
    {
        await using var app = Start();
        using var operators = await app.OperatorAsync();
        using var first = await app.Anonymous().SignedInAsync();
        using var second = await app.Anonymous().SignedInAsync();

        using var one = await first.RecordAsync(Event(app, "checkout.started", new { plan = "pro", seats = 3 }), Event(app, "checkout.started", new { plan = "free", trial = true }));
        using var two = await second.RecordAsync(Event(app, "checkout.started", new { plan = "pro" }), Event(app, "page.seen"));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (one.StatusCode, two.StatusCode));
        Assert.Equal(new(2, 0), await one.ReadAsync<RecordedBody>());
        Assert.Equal(new Dictionary<string, long> { ["custom.checkout.started"] = 3, ["custom.page.seen"] = 1 }, await operators.CountsAsync("custom"));
        Assert.Equal(
            [new("plan", "pro", 2), new("plan", "free", 1), new("trial", "true", 1)],
            (await operators.ReadAsync<PropertiesBody>("events/checkout.started/properties")).Values);
        Assert.Equal(2, (await operators.ReadAsync<UsersBody>("users?step=day&name=custom.checkout.started")).Total.Users);
    }

    [Fact]
    public async Task TW_15_Sent_again_an_event_is_known_and_of_another_user_it_is_another()
    {
        await using var app = Start();
        using var operators = await app.OperatorAsync();
        using var first = await app.Anonymous().SignedInAsync();
        using var second = await app.Anonymous().SignedInAsync();
        var sent = Event(app, "page.seen", new { plan = "pro" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => first.RecordAsync(sent, sent)));
        using var others = await second.RecordAsync(sent);

        var recorded = await Task.WhenAll(answers.Select(answer => answer.ReadAsync<RecordedBody>()));
        Assert.Equal((1, 99), (recorded.Sum(body => body.Counted), recorded.Sum(body => body.Known)));
        Assert.Equal(new(1, 0), await others.ReadAsync<RecordedBody>());
        Assert.Equal(2, (await operators.CountsAsync("custom"))["custom.page.seen"]);
        Assert.Equal([new("plan", "pro", 2)], (await operators.ReadAsync<PropertiesBody>("events/page.seen/properties")).Values);
    }

    [Fact]
    public async Task TW_15_What_is_accepted_is_on_disk_and_what_fails_can_be_sent_again()
    {
        var faults = new TransactionFaults();
        await using var app = new App(new AppSetup
        {
            Services = services =>
            {
                services.AddSingleton<ITransactions<AnalyticsDb>>(provider => FaultyTransactions<AnalyticsDb>.Of(provider, faults));
                faults.IncludeRequests(services);
            },
        });
        using var operators = await app.OperatorAsync();
        using var client = await app.Anonymous().SignedInAsync();
        await app.DrainAsync();

        // Before the transaction, and after its commit: in both cases the client hears of a failure.
        foreach (var (place, known) in new[] { (1, 0), (2, 1) })
        {
            var sent = Event(app, $"page-{place}.seen");
            faults.Arm(place);
            using var failed = await client.RecordAsync(sent);
            faults.Disarm();
            using var again = await client.RecordAsync(sent);

            Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.Accepted), (failed.StatusCode, again.StatusCode));
            Assert.Equal(new(1 - known, known), await again.ReadAsync<RecordedBody>());
            Assert.Equal(1, (await operators.CountsAsync("custom"))[$"custom.page-{place}.seen"]);
        }
    }

    [Fact]
    public async Task TW_15_Names_and_values_beyond_the_first_of_a_day_are_counted_together()
    {
        await using var app = Start();
        using var operators = await app.OperatorAsync();
        using var client = await app.Anonymous().SignedInAsync();
        foreach (var portion in Enumerable.Range(0, 300).Chunk(100))
        {
            using var names = await client.RecordAsync([.. portion.Select(number => Event(app, $"name-{number}"))]);
            Assert.Equal(HttpStatusCode.Accepted, names.StatusCode);
        }

        foreach (var portion in Enumerable.Range(0, 200).Chunk(100))
        {
            using var values = await client.RecordAsync([.. portion.Select(number => Event(app, "name-1", new { plan = $"plan {number}" }))]);
            Assert.Equal(HttpStatusCode.Accepted, values.StatusCode);
        }

        var counts = await operators.CountsAsync("custom");
        Assert.Equal((201, 100, 201), (counts.Count, counts["custom.(other)"], counts["custom.name-1"]));
        var properties = (await operators.ReadAsync<PropertiesBody>("events/name-1/properties")).Values;
        Assert.Equal((101, new ValueBody("plan", "(other)", 100)), (properties.Length, properties[0]));
    }

    [Fact]
    public async Task TW_15_Late_events_are_counted_when_they_happened_and_too_late_ones_are_refused()
    {
        await using var app = Start();
        using var operators = await app.OperatorAsync();
        using var client = await app.Anonymous().SignedInAsync();
        var now = app.Clock.GetUtcNow();

        using var late = await client.RecordAsync(new { id = Guid.CreateVersion7(), name = "page.seen", occurredAt = now.AddDays(-2.9) });
        using var tooLate = await client.RecordAsync(new { id = Guid.CreateVersion7(), name = "page.seen", occurredAt = now.AddDays(-3.1) });
        using var tooEarly = await client.RecordAsync(new { id = Guid.CreateVersion7(), name = "page.seen", occurredAt = now.AddMinutes(6) });

        Assert.Equal(HttpStatusCode.Accepted, late.StatusCode);
        Assert.Equal("events[0].occurredAt", Assert.Single((await tooLate.ProblemAsync()).Errors!).Key);
        Assert.Equal("events[0].occurredAt", Assert.Single((await tooEarly.ProblemAsync()).Errors!).Key);
        var days = await operators.ReadAsync<EventsBody>("events?step=day&module=custom");
        Assert.Equal(DateOnly.FromDateTime(now.AddDays(-2.9).UtcDateTime), DateOnly.FromDateTime(Assert.Single(days.Points).Start.UtcDateTime));
    }

    [Theory]
    [InlineData("""{"events":[]}""", "events")]
    [InlineData("""{"events":[{"id":"0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11","name":"Bad Name","occurredAt":"2026-08-01T00:00:00Z"}]}""", "events[0].name")]
    [InlineData("""{"events":[{"id":"0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11","name":"seen","occurredAt":"2026-08-01T00:00:00Z","properties":{"a":[1]}}]}""", "events[0].properties")]
    [InlineData("""{"events":[{"id":"0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11","name":"seen","occurredAt":"2026-08-01T00:00:00Z","properties":{"a":"\ud800"}}]}""", "events[0].properties")]
    [InlineData("""{"events":[null]}""", "events[0]")]
    public async Task What_breaks_a_rule_is_refused_by_its_place(string body, string field)
    {
        await using var app = Start();
        using var client = await app.Anonymous().SignedInAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri($"{AnalyticsSteps.Root}/events", UriKind.Relative), content);

        var problem = await response.ProblemAsync();

        Assert.Equal((400, "invalid-input"), (problem.Status, problem.Code));
        Assert.Contains(field, problem.Errors!.Keys);
    }

    [Fact]
    public async Task Nobody_sends_events_without_an_account()
    {
        await using var app = Start();
        using var response = await app.Anonymous().RecordAsync(Event(app, "page.seen"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task TW_15_How_many_users_did_something_is_known_by_hour_and_day_and_over_both()
    {
        await using var app = Start();
        using var operators = await app.OperatorAsync();
        using var first = await app.Anonymous().SignedInAsync();
        using var second = await app.Anonymous().SignedInAsync();
        foreach (var client in new[] { first, first, second })
        {
            await client.ShortenedAsync();
        }

        await app.DrainAsync();

        var shortened = await operators.ReadAsync<UsersBody>("users?step=day&name=url-shortener.link-shortened.v1");
        Assert.Equal((0.008125, new EstimateBody(2, 2, 2)), (shortened.StandardError, shortened.Total));

        // With the operator, who was registered at the start.
        Assert.Equal(3, (await operators.ReadAsync<UsersBody>("users?step=hour")).Total.Users);
        Assert.Equal(3, (await operators.ReadAsync<UsersBody>("users?step=day")).Total.Users);
    }

    [EmbeddedFact]
    public async Task No_id_of_a_user_is_in_the_database_so_that_there_is_none_to_erase()
    {
        await using var data = MigratedData.Copy();
        Guid id;
        await using (var app = new App(new AppSetup { Data = data, Settings = [("Analytics:Properties:0", "plan"), AnalyticsSteps.NoHaste] }))
        {
            var somebody = await app.Anonymous().RegisteredAsync();
            using var client = app.Anonymous();
            client.Bearing((await client.TokensAsync(somebody)).AccessToken);
            using var me = await client.GetAsync(new Uri("/api/users/me", UriKind.Relative));
            id = (await me.ReadAsync<AccountBody>()).Id;
            await client.ShortenedAsync();
            using var sent = await client.RecordAsync(Event(app, "page.seen", new { plan = "pro" }));
            Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
            await app.DrainAsync();
            await using var db = app.Services.OpenAnalytics();
            Assert.Equal(3, await db.Set<UserSketch>().CountAsync(row => row.Name != "*"));
        }

        var users = await BytesAsync(data, "users");
        var analytics = await BytesAsync(data, "analytics");
        Assert.True(Holds(users, id.ToByteArray(bigEndian: true)));
        Assert.False(Holds(analytics, id.ToByteArray(bigEndian: true)));
        Assert.False(Holds(analytics, id.ToByteArray()));
        Assert.False(Holds(analytics, System.Text.Encoding.ASCII.GetBytes(id.ToString())));
    }

    private static App Start() => new(("Analytics:Properties:0", "plan"), ("Analytics:Properties:1", "trial"), AnalyticsSteps.NoHaste);

    private static object Event(App app, string name, object? properties = null) =>
        new { id = Guid.CreateVersion7(), name, occurredAt = app.Clock.GetUtcNow(), properties };

    private static bool Holds(byte[] bytes, byte[] sought) => bytes.AsSpan().IndexOf(sought) >= 0;

    private static async Task<byte[]> BytesAsync(HostData data, string schema)
    {
        var bytes = new List<byte>();
        foreach (var file in data.Files().Where(file => Path.GetFileName(file).StartsWith($"{schema}.", StringComparison.Ordinal)))
        {
            bytes.AddRange(await File.ReadAllBytesAsync(file));
        }

        return [.. bytes];
    }
}
