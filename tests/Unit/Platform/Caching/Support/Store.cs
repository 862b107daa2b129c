using System.Collections.Concurrent;

namespace SystemDesign.Tests.Unit.Platform.Caching.Support;

/// <summary>What lies behind a cache: it counts its reads, and a test can hold one up after it has read.</summary>
internal sealed class Store
{
    private readonly ConcurrentDictionary<string, string> values = new();
    private int reads;
    private Hold? hold;

    public int Reads => Volatile.Read(ref reads);

    public Exception? Failure { get; set; }

    public string? this[string key]
    {
        get => values.GetValueOrDefault(key);
        set
        {
            if (value is null)
            {
                values.TryRemove(key, out _);
            }
            else
            {
                values[key] = value;
            }
        }
    }

    /// <summary>The next read, which has seen what is there and then takes its time to say so.</summary>
    public Hold HoldNextRead() => hold = new();

    public async Task<string?> ReadAsync(string key)
    {
        Interlocked.Increment(ref reads);
        var value = this[key];
        var failure = Failure;
        if (Interlocked.Exchange(ref hold, null) is { } held)
        {
            await held.PassAsync();
        }

        await Task.Yield();
        return failure is null ? value : throw failure;
    }
}
