using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.Platform.Redis;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Redis;

/// <summary>A window as Redis keeps it, by the clock of Redis; what lies in the past is put there by the test.</summary>
[Trait("Notes", "B2-9")]
public sealed class RedisWindowsTests : IAsyncLifetime
{
    private static readonly Caller Someone = Caller.Of(IPAddress.Parse("192.0.2.1"));

    private readonly ServiceProvider meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MemoryWindows alone = new(TimeProvider.System);
    private RedisServer server = null!;
    private RedisWindows windows = null!;

    public async Task InitializeAsync()
    {
        var factory = meters.GetRequiredService<IMeterFactory>();
        var options = new RedisOptions { ConnectionString = Profile.Redis ?? "127.0.0.1", Prefix = $"test-{Guid.NewGuid():N}:" };

        // A clock that stands still: however slow this machine is, patience does not end.
        server = new(options, new(factory), new ManualClock(), NullLogger<RedisServer>.Instance);
        windows = new(server, alone, new(factory));
        if (Profile.Redis is not null)
        {
            await server.OpenAsync(CancellationToken.None);
        }
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        alone.Dispose();
        await meters.DisposeAsync();
    }

    [RedisFact]
    public async Task Grants_as_many_as_the_limit_and_says_what_is_left_and_when_there_is_one_more()
    {
        var limit = LimitOf(2);
        Assert.Equal((true, 1), Of(await TakeAsync(limit)));
        Assert.Equal((true, 0), Of(await TakeAsync(limit)));

        var refused = await TakeAsync(limit);

        Assert.Equal((false, 0), Of(refused));
        Assert.InRange(refused.Reset, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(61));
    }

    [RedisFact]
    public async Task What_was_granted_up_to_60_seconds_ago_counts_and_what_was_before_does_not()
    {
        var limit = LimitOf(5);
        var (now, quota) = await InOneSecondAsync(async second =>
        {
            await GrantedAsync(limit, (second - 61, 5), (second - 60, 3), (second - 1, 2));
            return await TakeAsync(limit);
        });

        Assert.Equal((false, 0), Of(quota));

        // The oldest is wholly out of any minute one second after its sixtieth.
        Assert.InRange(quota.Reset, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal([now - 60, now - 1], await SecondsAsync(limit));
    }

    [RedisFact]
    public async Task Who_waited_as_long_as_they_were_told_is_granted_what_left_the_window()
    {
        var limit = LimitOf(10);
        var (_, quota) = await InOneSecondAsync(async second =>
        {
            await GrantedAsync(limit, (second - 61, 4), (second - 20, 6));
            return await TakeAsync(limit);
        });

        Assert.Equal((true, 3), Of(quota));
        Assert.InRange(quota.Reset, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(41));
    }

    [RedisFact]
    public async Task A_window_that_nobody_uses_goes_by_itself_and_a_refusal_does_not_keep_it()
    {
        var limit = LimitOf(1);
        await TakeAsync(limit);
        var redis = await server.OpenAsync(CancellationToken.None);
        Assert.InRange((await redis.KeyTimeToLiveAsync(KeyOf(limit)))!.Value, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(61));

        await redis.KeyExpireAsync(KeyOf(limit), TimeSpan.FromSeconds(40));
        await TakeAsync(limit);

        Assert.InRange((await redis.KeyTimeToLiveAsync(KeyOf(limit)))!.Value, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40));
    }

    [RedisFact]
    public async Task Of_500_at_once_as_many_pass_as_the_limit_says()
    {
        var limit = LimitOf(60);

        var quotas = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => TakeAsync(limit)));

        Assert.Equal(60, quotas.Count(quota => quota.IsGranted));
        Assert.Equal(Enumerable.Range(0, 60), quotas.Where(quota => quota.IsGranted).Select(quota => quota.Remaining).Order());
    }

    private static RateLimit LimitOf(int perMinute) => new("tests.limit", perMinute, CountedBy.Address, "a setting");

    private static (bool IsGranted, int Remaining) Of(Quota quota) => (quota.IsGranted, quota.Remaining);

    private RedisKey KeyOf(RateLimit limit) => windows.KeyOf(limit, Someone);

    private async Task<Quota> TakeAsync(RateLimit limit) => (await windows.TakeAsync(limit, Someone))!.Value;

    private async Task GrantedAsync(RateLimit limit, params (long Second, int Count)[] grants)
    {
        var redis = await server.OpenAsync(CancellationToken.None);
        await redis.KeyDeleteAsync(KeyOf(limit));
        await redis.HashSetAsync(KeyOf(limit), [.. grants.Select(grant => new HashEntry(grant.Second, grant.Count))]);
    }

    private async Task<IEnumerable<long>> SecondsAsync(RateLimit limit)
    {
        var redis = await server.OpenAsync(CancellationToken.None);
        return (await redis.HashKeysAsync(KeyOf(limit))).Select(second => (long)second).Order();
    }

    /// <summary>Again, if the server's clock went on to the next second meanwhile.</summary>
    private async Task<(long Second, Quota Quota)> InOneSecondAsync(Func<long, Task<Quota>> take)
    {
        while (true)
        {
            var second = await SecondAsync();
            var quota = await take(second);
            if (await SecondAsync() == second)
            {
                return (second, quota);
            }
        }
    }

    private async Task<long> SecondAsync()
    {
        var redis = await server.OpenAsync(CancellationToken.None);
        return (long)((RedisResult[])(await redis.ScriptEvaluateAsync("return redis.call('TIME')"))!)[0];
    }
}
