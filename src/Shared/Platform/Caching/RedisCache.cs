using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Redis;

namespace SystemDesign.Platform.Caching;

/// <summary>
/// Redis as <see cref="IDistributedCache"/>, laid out as Microsoft.Extensions.Caching.StackExchangeRedis does (a hash of
/// <c>absexp</c>, <c>sldexp</c> and <c>data</c>), so that the package can take the place of this class while instances run.
/// </summary>
internal sealed class RedisCache(RedisServer server, TimeProvider clock) : IDistributedCache
{
    private const long Never = -1;

    private const string SetScript = """
        redis.call('HSET', KEYS[1], 'absexp', ARGV[1], 'sldexp', ARGV[2], 'data', ARGV[4])
        if ARGV[3] ~= '-1' then
          redis.call('PEXPIRE', KEYS[1], ARGV[3])
        else
          redis.call('PERSIST', KEYS[1])
        end
        return 1
        """;

    private static readonly RedisValue[] Fields = ["absexp", "sldexp", "data"];

    public byte[]? Get(string key) => throw Blocking();

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        var redis = await server.OpenAsync(token);
        var found = await redis.HashGetAsync(KeyOf(key), Fields).WaitAsync(token);
        await ProlongAsync(redis, key, found[0], found[1]).WaitAsync(token);
        return found[2];
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw Blocking();

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(options);

        var now = clock.Now();
        var absolute = options.AbsoluteExpiration ?? now + options.AbsoluteExpirationRelativeToNow;
        var lifetime = Shorter(absolute - now, options.SlidingExpiration);
        var redis = await server.OpenAsync(token);
        await redis.ScriptEvaluateAsync(
            SetScript,
            [KeyOf(key)],
            [absolute?.UtcTicks ?? Never, options.SlidingExpiration?.Ticks ?? Never, lifetime is { } time ? (long)time.TotalMilliseconds : Never, value]).WaitAsync(token);
    }

    public void Refresh(string key) => throw Blocking();

    public async Task RefreshAsync(string key, CancellationToken token = default)
    {
        var redis = await server.OpenAsync(token);
        var found = await redis.HashGetAsync(KeyOf(key), Fields[..2]).WaitAsync(token);
        await ProlongAsync(redis, key, found[0], found[1]).WaitAsync(token);
    }

    public void Remove(string key) => throw Blocking();

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        var redis = await server.OpenAsync(token);
        await redis.KeyDeleteAsync(KeyOf(key)).WaitAsync(token);
    }

    /// <summary>Those that slide live on when they are read, though not beyond their end.</summary>
    private Task ProlongAsync(IDatabase redis, string key, RedisValue absolute, RedisValue sliding)
    {
        if (sliding.IsNull || (long)sliding == Never)
        {
            return Task.CompletedTask;
        }

        TimeSpan? left = (long)absolute == Never ? null : new DateTimeOffset((long)absolute, TimeSpan.Zero) - clock.Now();
        return redis.KeyExpireAsync(KeyOf(key), Shorter(left, TimeSpan.FromTicks((long)sliding)));
    }

    private static NotSupportedException Blocking() => new("Nothing here blocks a thread while it waits for a server: call the asynchronous method.");

    private static TimeSpan? Shorter(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other : one;

    private RedisKey KeyOf(string key) => $"{server.Prefix}{key}";
}
