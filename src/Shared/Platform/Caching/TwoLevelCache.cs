using System.Diagnostics;
using System.Text.Json;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Caching.Figures;
using SystemDesign.Platform.Caching.Levels;

namespace SystemDesign.Platform.Caching;

/// <summary>
/// The process's own entries in front of those that the instances share, in front of the store. What both kinds of cache
/// stand on.
/// </summary>
internal sealed class TwoLevelCache<TKey, TValue> : IDisposable
    where TKey : notnull
    where TValue : class
{
    private readonly CacheDefinition<TKey, TValue> definition;
    private readonly CacheSurroundings surroundings;
    private readonly FirstLevel<TKey, TValue> firstLevel;
    private readonly SecondLevel<TValue>? secondLevel;
    private readonly Lifetimes lifetimes;
    private readonly IDisposable subscription;
    private readonly string spanName;
    private readonly string channel;

    public TwoLevelCache(CacheDefinition<TKey, TValue> definition, CacheSurroundings surroundings)
    {
        this.definition = definition;
        this.surroundings = surroundings;
        Statistics = new(definition.Name, definition.Kind, definition.Options.Limit);
        lifetimes = new(definition.Options);
        firstLevel = new(definition.Options.Limit, Statistics, surroundings.Clock);
        secondLevel = surroundings.SecondLevel is { } store ? new(definition.Name, store, lifetimes, Statistics, surroundings) : null;
        spanName = $"{definition.Name} cache";
        channel = $"cache:{definition.Name}";
        subscription = surroundings.Signals.Subscribe(channel, Hear);
        surroundings.Metrics.Watch(Statistics);
    }

    public CacheStatistics Statistics { get; }

    /// <summary>A hit in the process awaits nothing and allocates nothing.</summary>
    public ValueTask<TValue?> GetAsync(TKey key, CancellationToken cancellationToken)
    {
        if (CacheSpans.Source.HasListeners())
        {
            return new(LookUpObservedAsync(key, cancellationToken));
        }

        if (firstLevel.Find(key) is not { } entry)
        {
            return new(LookUpAsync(key, cancellationToken));
        }

        Statistics.Count(entry.Found.Outcome);
        return new(entry.Found.Value);
    }

    /// <summary>
    /// From the outside in: were the first level to forget first, a load could fill it again from a second one that has
    /// not forgotten yet.
    /// </summary>
    public async Task RemoveAsync(TKey key)
    {
        var text = TextOf(key);
        if (secondLevel is not null)
        {
            await secondLevel.ForgetAsync(text);
        }

        firstLevel.Forget(key);
        await TellOthersAsync(text);
    }

    public async Task UpdateAsync(TKey key)
    {
        await RemoveAsync(key);
        try
        {
            await FindAsync(key, CancellationToken.None);
        }
        catch (Exception)
        {
            // It is counted. The write is done and the old value gone: that is no reason to fail.
        }
    }

    public void Dispose()
    {
        subscription.Dispose();
        secondLevel?.Dispose();
    }

    private static string TextOf(TKey key) => JsonSerializer.Serialize(key, CacheJson.Options);

    private static TKey? KeyOf(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<TKey>(text, CacheJson.Options);
        }
        catch (JsonException)
        {
            // Another build has keys of another shape; what they name is not here.
            return default;
        }
    }

    private async Task<TValue?> LookUpObservedAsync(TKey key, CancellationToken cancellationToken)
    {
        using var span = CacheSpans.Source.StartActivity(spanName);
        try
        {
            var found = await FindAsync(key, cancellationToken);
            Statistics.Count(found.Outcome);
            span?.SetTag("outcome", CacheOutcomes.NameOf(found.Outcome));
            return found.Value;
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
    }

    private async Task<TValue?> LookUpAsync(TKey key, CancellationToken cancellationToken)
    {
        var found = await FindAsync(key, cancellationToken);
        Statistics.Count(found.Outcome);
        return found.Value;
    }

    private async Task<Found<TValue>> FindAsync(TKey key, CancellationToken cancellationToken)
    {
        var (entry, load, isMine) = firstLevel.FindOrBegin(key);
        if (entry is not null)
        {
            return entry.Found;
        }

        if (isMine)
        {
            // Not awaited here: whoever began it may leave as any other may.
            _ = RunAsync(load!);
        }

        return await load!.Result.WaitAsync(cancellationToken);
    }

    private async Task RunAsync(Load<TKey, TValue> load)
    {
        try
        {
            firstLevel.Settle(load, await LoadAsync(load));
        }
        catch (Exception exception)
        {
            firstLevel.Fail(load, exception);
        }
    }

    private async Task<LoadedValue<TValue>> LoadAsync(Load<TKey, TValue> load)
    {
        var now = surroundings.Clock.Now();
        var text = secondLevel is null ? string.Empty : TextOf(load.Key);
        var shared = secondLevel is null ? SharedAnswer<TValue>.LeaveAlone : await secondLevel.ReadAsync(text, now);
        if (shared.Entry is { } known)
        {
            var outcome = known.Value is null ? CacheOutcome.NegativeHit : CacheOutcome.SecondLevelHit;
            return new(known.Value, outcome, lifetimes.OfFirstLevel(known.Value is null, atMost: known.ExpiresAt - now));
        }

        var value = await ReadStoreAsync(load.Key);
        if (value is not null && definition.Keeps?.Invoke(value) is false)
        {
            return new(value, CacheOutcome.Miss, LoadedValue<TValue>.NotAtAll);
        }

        if (shared.Generation is { } generation && !load.IsForgotten)
        {
            await secondLevel!.WriteAsync(text, new(generation, now + lifetimes.OfSecondLevel(value is null), value));
        }

        return new(value, CacheOutcome.Miss, lifetimes.OfFirstLevel(value is null, atMost: TimeSpan.MaxValue));
    }

    private async Task<TValue?> ReadStoreAsync(TKey key)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var value = await definition.Load(key, CancellationToken.None);
            Statistics.Loads.Increment();
            surroundings.Metrics.RecordLoad(definition.Name, started, failure: null);
            return value;
        }
        catch (Exception exception)
        {
            Statistics.LoadFailures.Increment();
            surroundings.Metrics.RecordLoad(definition.Name, started, exception);
            throw;
        }
    }

    /// <summary>Whom it does not reach believes what is there until the first level's lifetime has passed.</summary>
    private async Task TellOthersAsync(string key)
    {
        if (!await surroundings.Signals.SendAsync(channel, key))
        {
            Statistics.BroadcastFailures.Increment();
        }
    }

    private void Hear(string text)
    {
        if (KeyOf(text) is { } key)
        {
            firstLevel.Forget(key);
        }
    }
}
