using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Redis;

/// <summary>Limits of three instances that share Redis: 60 creations a minute per user, as they are shipped.</summary>
[Trait("Notes", "B2-9")]
public sealed class SharedLimitTests : IAsyncLifetime
{
    private const string Target = "https://example.org/";

    private readonly HostData data = MigratedData.Copy();
    private readonly List<App> instances = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }

        await data.DisposeAsync();
    }

    [RedisFact]
    public async Task The_61st_creation_of_a_minute_is_refused_whichever_instance_it_comes_to()
    {
        Start(3);
        var clients = await OneUserAtEachAsync();

        for (var request = 0; request < 60; request++)
        {
            using var granted = await clients[request % 3].ShortenAsync(Target);
            Assert.Equal(HttpStatusCode.Created, granted.StatusCode);
            Assert.StartsWith($"\"url-shortener.create\";r={59 - request};", granted.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        }

        foreach (var client in clients)
        {
            using var refused = await client.ShortenAsync(Target);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(61));
        }

        using var somebodyElse = await instances[0].Anonymous().SignedInAsync();
        using var theirs = await somebodyElse.ShortenAsync(Target);
        Assert.Equal(HttpStatusCode.Created, theirs.StatusCode);
    }

    [RedisFact]
    public async Task Of_100_creations_at_once_over_three_instances_exactly_60_pass()
    {
        Start(3);
        var clients = await OneUserAtEachAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 100).Select(request => clients[request % 3].ShortenAsync(Target)));

        Assert.Equal(
            (60, 40),
            (responses.Count(response => response.StatusCode is HttpStatusCode.Created), responses.Count(response => response.StatusCode is HttpStatusCode.TooManyRequests)));
    }

    private void Start(int count) =>
        instances.AddRange(Enumerable.Range(0, count).Select(_ => new App(new AppSetup { Data = data, Settings = [("RateLimiting:Enabled", "true")] })));

    private async Task<IReadOnlyList<HttpClient>> OneUserAtEachAsync()
    {
        using var first = await instances[0].Anonymous().SignedInAsync();
        return [.. instances.Select(instance => instance.Anonymous().Bearing(first.DefaultRequestHeaders.Authorization!.Parameter!))];
    }
}
