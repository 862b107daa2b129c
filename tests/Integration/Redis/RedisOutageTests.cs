using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Outages;
using SystemDesign.Platform.Signals;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Redis;

/// <summary>A server that is killed, or answers no more, under an instance that goes on.</summary>
public sealed class RedisOutageTests : IAsyncLifetime
{
    private const string Target = "https://example.org/";

    private readonly HostData data = MigratedData.Copy();
    private readonly List<App> instances = [];
    private RedisProcess? redis;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }

        await data.DisposeAsync();
        if (redis is not null)
        {
            await redis.DisposeAsync();
        }
    }

    [RedisFact]
    [Trait("Notes", "B2-9")]
    public async Task Without_Redis_an_open_limit_is_counted_by_each_instance_alone_and_together_again_when_it_is_back()
    {
        var (one, other) = (await StartAsync(), await StartAsync());
        using var uncounted = new MetricsOf(one, "systemdesign.rate_limiting.uncounted");
        using var here = await one.Anonymous().SignedInAsync();
        using var there = other.Anonymous().Bearing(here.DefaultRequestHeaders.Authorization!.Parameter!);
        Assert.Equal(HttpStatusCode.Created, await ShortenAsync(here));
        await redis!.KillAsync();

        Assert.Equal(60, await CreatedOfAsync(here, 70));
        Assert.Equal(60, await CreatedOfAsync(there, 70));
        Assert.Equal(70, uncounted.Count(tags => (string?)tags["limit"] == "url-shortener.create" && (string?)tags["outcome"] == "alone"));

        await redis.RestartAsync();
        await ReadyAsync(one, "healthy");
        await ReadyAsync(other, "healthy");
        await InUseAsync(one);
        await InUseAsync(other);
        Assert.Equal(35, await CreatedOfAsync(here, 35));
        Assert.Equal(25, await CreatedOfAsync(there, 35));
    }

    [RedisFact]
    [Trait("Notes", "B2-9")]
    public async Task Without_Redis_a_closed_limit_refuses_with_503_and_the_others_go_on()
    {
        var app = await StartAsync(("RateLimiting:Groups:url-shortener.create:OnOutage", "Closed"));
        using var uncounted = new MetricsOf(app, "systemdesign.rate_limiting.uncounted");
        using var client = await app.Anonymous().SignedInAsync();
        Assert.Equal(HttpStatusCode.Created, await ShortenAsync(client));
        await redis!.KillAsync();

        using var refused = await client.ShortenAsync(Target);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("unavailable", (await refused.ProblemAsync()).Code);
        Assert.Equal(TimeSpan.FromSeconds(2), refused.Headers.RetryAfter!.Delta);
        Assert.True(refused.Headers.CacheControl is { NoStore: true });
        Assert.Equal(1, uncounted.Count(tags => (string?)tags["limit"] == "url-shortener.create" && (string?)tags["outcome"] == "refused"));
        using var list = await client.GetAsync("/api/url-shortener/links");
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
    }

    [RedisFact]
    [Trait("Notes", "B2-9")]
    public async Task All_limits_can_be_closed_at_once_and_the_documents_say_so()
    {
        var app = await StartAsync(("RateLimiting:OnOutage", "Closed"), ("RateLimiting:Groups:default:OnOutage", "Open"));
        using var client = await app.Anonymous().SignedInAsync();
        await redis!.KillAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ShortenAsync(client));
        using var list = await client.GetAsync("/api/url-shortener/links");
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);

        using var document = JsonDocument.Parse(await client.GetStringAsync("/swagger/url-shortener/swagger.json"));
        var links = document.RootElement.GetProperty("paths").GetProperty("/api/url-shortener/links");
        Assert.Contains("`unavailable`", links.GetProperty("post").GetProperty("responses").GetProperty("503").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.False(links.GetProperty("get").GetProperty("responses").TryGetProperty("503", out _));
    }

    [RedisFact]
    [Trait("Notes", "B2-27")]
    public async Task Readiness_and_metrics_tell_that_Redis_is_away_while_the_instance_serves_and_that_it_is_back()
    {
        var app = await StartAsync();
        using var connected = new GaugeOf(app, "systemdesign.redis.connected");
        using var owner = await app.Anonymous().SignedInAsync();
        using var created = await owner.ShortenAsync(Target);
        var code = (await created.ReadAsync<LinkBody>()).Code;
        Assert.Equal(1, connected.Read());

        await redis!.KillAsync();
        await ReadyAsync(app, "degraded", "Redis cannot be used");
        Assert.Equal(0, connected.Read());
        using var followed = await app.Anonymous().GetAsync($"/s/{code}");
        Assert.Equal(HttpStatusCode.Found, followed.StatusCode);

        await redis.RestartAsync();
        await ReadyAsync(app, "healthy");
        Assert.Equal(1, connected.Read());
    }

    [RedisFact]
    [Trait("Notes", "B2-27")]
    public async Task An_instance_starts_without_Redis_and_finds_it_when_it_comes()
    {
        redis = await RedisProcess.StartAsync();
        await redis.KillAsync();
        var app = await StartAsync();
        await ReadyAsync(app, "degraded");
        using var client = await app.Anonymous().SignedInAsync();
        Assert.Equal(HttpStatusCode.Created, await ShortenAsync(client));

        await redis.RestartAsync();
        await ReadyAsync(app, "healthy");
        await ((RedisSignals)app.Services.GetRequiredService<ISignals>()).Listening.WaitAsync(TimeSpan.FromMinutes(5));
    }

    [RedisFact]
    public async Task Redis_that_hangs_delays_one_request_by_its_patience_and_no_other()
    {
        var app = await StartAsync();
        using var client = await app.Anonymous().SignedInAsync();
        Assert.Equal(HttpStatusCode.Created, await ShortenAsync(client));
        await redis!.SuspendAsync();

        var waits = app.Clock.NextWaitOf(Circuit.Patience);
        var delayed = ShortenAsync(client);
        await waits.WaitAsync(TimeSpan.FromMinutes(5));
        await PatientlyAsync(app, delayed);

        // Nobody lets any more time pass, so none of these waits for it.
        Assert.Equal(HttpStatusCode.Created, await ShortenAsync(client).WaitAsync(TimeSpan.FromMinutes(5)));
        await redis.ContinueAsync();
        await ReadyAsync(app, "healthy");
    }

    /// <summary>The creation also tells a cache of the link, which has a patience of its own.</summary>
    private static async Task PatientlyAsync(App app, Task<HttpStatusCode> delayed)
    {
        Task another;
        do
        {
            // Asked for first: who is let go may be waiting again at once.
            another = app.Clock.NextWaitOf(Circuit.Patience);
            app.Clock.Advance(Circuit.Patience);
        }
        while (await Task.WhenAny(delayed, another) != delayed);

        Assert.Equal(HttpStatusCode.Created, await delayed);
    }

    /// <summary>A second has passed and somebody has found out that it is back; until then the others go on without it.</summary>
    private static async Task InUseAsync(App app)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        do
        {
            patience.Token.ThrowIfCancellationRequested();

            // Behind whatever is being asked of it already, so that nobody gives that up, and finds it away once more.
            await ReadyAsync(app, "healthy");
            app.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        while (!await app.Services.GetRequiredService<ISignals>().SendAsync("tests", string.Empty));
    }

    private static async Task<HttpStatusCode> ShortenAsync(HttpClient client)
    {
        using var response = await client.ShortenAsync(Target);
        return response.StatusCode;
    }

    private static async Task<int> CreatedOfAsync(HttpClient client, int requests)
    {
        var created = 0;
        for (var request = 0; request < requests; request++)
        {
            created += await ShortenAsync(client) is HttpStatusCode.Created ? 1 : 0;
        }

        return created;
    }

    /// <summary>Waits until readiness says so of Redis, and of nothing worse, as who watches an instance would.</summary>
    private static async Task ReadyAsync(App app, string status, string reason = "")
    {
        using var client = app.Anonymous();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            using var response = await client.GetAsync("/health/ready", patience.Token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync(patience.Token));
            var check = report.RootElement.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "redis");
            if (check.GetProperty("status").GetString() == status && report.RootElement.GetProperty("status").GetString() == status
                && check.GetProperty("reason").GetString().AsSpan().Contains(reason, StringComparison.Ordinal))
            {
                return;
            }
        }
        while (await tick.WaitForNextTickAsync(patience.Token));

        throw new InvalidOperationException("The clock stopped.");
    }

    private async Task<App> StartAsync(params (string Key, string Value)[] settings)
    {
        redis ??= await RedisProcess.StartAsync();
        var app = new App(new AppSetup
        {
            Data = data,
            Settings = [("RateLimiting:Enabled", "true"), ("Redis:ConnectionString", redis.ConnectionString), .. settings],
        });
        instances.Add(app);
        return app;
    }
}
