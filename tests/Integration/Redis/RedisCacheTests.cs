using System.Diagnostics.Metrics;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Redis;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Redis;

/// <summary>What <see cref="IDistributedCache"/> promises, kept by Redis.</summary>
public sealed class RedisCacheTests : IAsyncLifetime
{
    private static readonly byte[] Content = [0, 1, 2, 255];

    private readonly ServiceProvider meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly string prefix = $"test-{Guid.NewGuid():N}:";
    private RedisServer server = null!;
    private RedisCache cache = null!;

    public Task InitializeAsync()
    {
        var options = new RedisOptions { ConnectionString = Profile.Redis ?? "127.0.0.1", Prefix = prefix };
        server = new(options, new(meters.GetRequiredService<IMeterFactory>()), TimeProvider.System, NullLogger<RedisServer>.Instance);
        cache = new(server, TimeProvider.System);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await meters.DisposeAsync();
    }

    [RedisFact]
    public async Task Gives_back_what_was_set_until_it_is_removed()
    {
        Assert.Null(await cache.GetAsync("key"));
        await cache.SetAsync("key", Content, new());
        Assert.Equal(Content, await cache.GetAsync("key"));
        Assert.Null(await TimeToLiveAsync("key"));

        await cache.RemoveAsync("key");

        Assert.Null(await cache.GetAsync("key"));
    }

    [RedisFact]
    public void Blocks_no_thread()
    {
        Assert.Throws<NotSupportedException>(() => cache.Get("key"));
        Assert.Throws<NotSupportedException>(() => cache.Set("key", Content, new()));
        Assert.Throws<NotSupportedException>(() => cache.Refresh("key"));
        Assert.Throws<NotSupportedException>(() => cache.Remove("key"));
    }

    [RedisFact]
    public async Task Ends_when_it_was_said_to()
    {
        await cache.SetAsync("relative", Content, new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(100) });
        await cache.SetAsync("absolute", Content, new() { AbsoluteExpiration = DateTimeOffset.UtcNow.AddSeconds(100) });
        await cache.SetAsync("past", Content, new() { AbsoluteExpiration = DateTimeOffset.UtcNow.AddSeconds(-1) });

        Assert.InRange((await TimeToLiveAsync("relative"))!.Value.TotalSeconds, 60, 100);
        Assert.InRange((await TimeToLiveAsync("absolute"))!.Value.TotalSeconds, 60, 100);
        Assert.Null(await cache.GetAsync("past"));
    }

    [RedisFact]
    public async Task What_slides_lives_on_when_it_is_read_but_not_beyond_its_end()
    {
        var sliding = new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromSeconds(100) };
        await cache.SetAsync("sliding", Content, sliding);
        await cache.SetAsync("bounded", Content, new() { SlidingExpiration = TimeSpan.FromSeconds(100), AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(90) });
        var redis = await server.OpenAsync(CancellationToken.None);
        await redis.KeyExpireAsync($"{prefix}sliding", TimeSpan.FromSeconds(40));
        await redis.KeyExpireAsync($"{prefix}bounded", TimeSpan.FromSeconds(40));

        await cache.GetAsync("sliding");
        await cache.RefreshAsync("bounded");

        Assert.InRange((await TimeToLiveAsync("sliding"))!.Value.TotalSeconds, 60, 100);
        Assert.InRange((await TimeToLiveAsync("bounded"))!.Value.TotalSeconds, 50, 90);
    }

    [RedisFact]
    public async Task What_is_set_again_without_an_end_has_none()
    {
        await cache.SetAsync("key", Content, new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(100) });

        await cache.SetAsync("key", Content, new());

        Assert.Null(await TimeToLiveAsync("key"));
    }

    [RedisFact]
    public async Task Is_laid_out_as_the_usual_package_does()
    {
        await cache.SetAsync("key", Content, new() { SlidingExpiration = TimeSpan.FromSeconds(100) });

        var redis = await server.OpenAsync(CancellationToken.None);
        var hash = (await redis.HashGetAllAsync($"{prefix}key")).ToDictionary(field => (string)field.Name!, field => field.Value);
        Assert.Equal(3, hash.Count);
        Assert.Equal(-1, (long)hash["absexp"]);
        Assert.Equal(TimeSpan.FromSeconds(100).Ticks, (long)hash["sldexp"]);
        Assert.Equal(Content, (byte[])hash["data"]!);
    }

    private async Task<TimeSpan?> TimeToLiveAsync(string key)
    {
        var redis = await server.OpenAsync(CancellationToken.None);
        return await redis.KeyTimeToLiveAsync($"{prefix}{key}");
    }
}
