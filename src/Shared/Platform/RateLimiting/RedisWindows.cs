using StackExchange.Redis;
using SystemDesign.Platform.Redis;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>
/// Windows that the instances share, with the promises of <see cref="SlidingWindow"/>: in no minute, wherever it begins, is more
/// than the limit granted; and nobody is refused who took fewer than the limit in the last 61 seconds.
/// </summary>
/// <remarks>
/// A window is a hash of the seconds in which something was granted, by the server's clock: at most 61 fields, however high the
/// limit. A second leaves when it is wholly more than a minute ago. The script is one step to Redis, so nobody comes between
/// the look and the grant.
/// </remarks>
internal sealed class RedisWindows(RedisServer server, MemoryWindows alone, RedisWindowsMetrics metrics) : IWindows
{
    private const string Script = """
        local clock = redis.call('TIME')
        local second = tonumber(clock[1])
        local limit = tonumber(ARGV[1])
        local taken, oldest = 0, second
        local granted = redis.call('HGETALL', KEYS[1])
        for field = 1, #granted, 2 do
          local at = tonumber(granted[field])
          if at < second - 60 then
            redis.call('HDEL', KEYS[1], granted[field])
          else
            taken = taken + tonumber(granted[field + 1])
            oldest = math.min(oldest, at)
          end
        end
        local isGranted = taken < limit and 1 or 0
        if isGranted == 1 then
          redis.call('HINCRBY', KEYS[1], clock[1], 1)
          redis.call('EXPIRE', KEYS[1], 61)
          taken = taken + 1
        end
        return {isGranted, limit - taken, (oldest + 61 - second) * 1000000 - tonumber(clock[2])}
        """;

    public async ValueTask<Quota?> TakeAsync(RateLimit limit, Caller caller)
    {
        if (await server.TryAsync<Quota?>(async redis => await TakeAsync(redis, limit, caller), otherwise: null) is { } quota)
        {
            return quota;
        }

        metrics.CountUncounted(limit);
        return limit.OnOutage is OnOutage.Open ? alone.Take(limit, caller) : null;
    }

    internal RedisKey KeyOf(RateLimit limit, Caller caller) => $"{server.Prefix}limit:{limit.Name}:{caller.Key}";

    private async Task<Quota> TakeAsync(IDatabase redis, RateLimit limit, Caller caller)
    {
        var answer = (long[])(await redis.ScriptEvaluateAsync(Script, [KeyOf(limit, caller)], [limit.PerMinute]))!;
        return new(answer[0] == 1, (int)Math.Max(answer[1], 0), TimeSpan.FromMicroseconds(answer[2]));
    }
}
