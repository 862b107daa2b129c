using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Caching.Figures;
using SystemDesign.Platform.Outages;

namespace SystemDesign.Platform.Caching.Levels;

/// <summary>
/// What the instances share. It has get and set, and no compare-and-set; so each key has a generation beside its entry, and
/// an entry counts only while it carries the key's generation. Whoever loads reads the generation first and writes it with the
/// value; to forget is to write a new generation. So a load that began before a change can write whenever it likes, even
/// from another instance or after a delay on the network: nobody believes it.
/// A failure is an answer here, never an exception.
/// </summary>
internal sealed class SecondLevel<TValue> : IDisposable
    where TValue : class
{
    private readonly string cache;
    private readonly Lifetimes lifetimes;
    private readonly CacheStatistics statistics;
    private readonly TimeProvider clock;
    private readonly IDistributedCache store;
    private readonly Circuit circuit;
    private readonly OwedChanges owed;

    public SecondLevel(string cache, IDistributedCache store, Lifetimes lifetimes, CacheStatistics statistics, CacheSurroundings surroundings)
    {
        this.cache = cache;
        this.store = store;
        this.lifetimes = lifetimes;
        this.statistics = statistics;
        clock = surroundings.Clock;
        circuit = new($"The second level of the cache {cache}", statistics.SecondLevelFailures.Increment, clock, surroundings.Logger);
        owed = new(ForgetNowAsync, lifetimes.OfGeneration, clock);
    }

    public async Task<SharedAnswer<TValue>> ReadAsync(string key, DateTimeOffset now)
    {
        var reads = owed.Include(key) ? null : await circuit.TryAsync<byte[]?[]?>(
            async token => await Task.WhenAll(store.GetAsync(EntryOf(key), token), store.GetAsync(GenerationOf(key), token)),
            otherwise: null);
        if (reads is [var entry, { Length: 16 } current])
        {
            return Believe(entry, new(current), now);
        }

        // A new generation has to be there before the store is asked, or nobody could tell whether a change came in between.
        var generation = NewGeneration();
        return reads is not null && await WriteGenerationAsync(key, generation) ? new(generation, null) : SharedAnswer<TValue>.LeaveAlone;
    }

    public async Task WriteAsync(string key, SharedEntry<TValue> entry)
    {
        // A store that took longer than its answer may be believed leaves nothing to share.
        var lifetime = entry.ExpiresAt - clock.Now();
        if (lifetime > TimeSpan.Zero)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(entry, CacheJson.Options);
            await SetAsync(EntryOf(key), json, lifetime);
        }
    }

    /// <summary>When it returns, this instance believes nothing that was there before; what could not be told is told later.</summary>
    public async Task ForgetAsync(string key)
    {
        if (!await ForgetNowAsync(key))
        {
            owed.Add(key);
        }
    }

    public void Dispose() => owed.Dispose();

    private Task<bool> ForgetNowAsync(string key) => WriteGenerationAsync(key, NewGeneration());

    private Task<bool> WriteGenerationAsync(string key, Guid generation) =>
        SetAsync(GenerationOf(key), generation.ToByteArray(), lifetimes.OfGeneration);

    private Task<bool> SetAsync(string name, byte[] content, TimeSpan lifetime) => circuit.TryAsync(
        async token =>
        {
            await store.SetAsync(name, content, new() { AbsoluteExpirationRelativeToNow = lifetime }, token);
            return true;
        },
        otherwise: false);

    private SharedAnswer<TValue> Believe(byte[]? json, Guid generation, DateTimeOffset now)
    {
        try
        {
            var entry = json is null ? null : JsonSerializer.Deserialize<SharedEntry<TValue>>(json, CacheJson.Options);
            return new(generation, entry?.Generation == generation && entry.ExpiresAt > now ? entry : null);
        }
        catch (JsonException)
        {
            // Another build wrote it, and gave it another shape: it is written anew.
            statistics.SecondLevelFailures.Increment();
            return new(generation, null);
        }
    }

    private Guid NewGeneration() => Guid.CreateVersion7(clock.Now());

    private string EntryOf(string key) => $"{cache}:{key}";

    private string GenerationOf(string key) => $"{cache}:{key}:generation";
}
