namespace SystemDesign.Platform.Caching.Levels;

/// <summary>
/// Changes that the second level could not be told of. Until it has been told, this instance asks it nothing about these keys,
/// and tries again every second, so that other instances find no old value there after an outage.
/// </summary>
/// <param name="settle">Tells the second level of a change; false if it cannot be told now.</param>
/// <param name="memory">How long the second level can remember what it was not told to forget.</param>
/// <param name="clock">For the pauses.</param>
internal sealed class OwedChanges(Func<string, Task<bool>> settle, TimeSpan memory, TimeProvider clock) : IDisposable
{
    /// <summary>Beyond this none is believed until all have ended by themselves, so that a long outage costs no memory.</summary>
    private const int Limit = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock changes = new();
    private readonly Dictionary<string, long> tickets = [];
    private PeriodicTimer? timer;
    private long lastTicket;
    private long tooManySince;
    private bool hasTooMany;
    private bool isDisposed;

    public bool Include(string key)
    {
        lock (changes)
        {
            hasTooMany = hasTooMany && clock.GetElapsedTime(tooManySince) < memory;
            return hasTooMany || tickets.ContainsKey(key);
        }
    }

    public void Add(string key)
    {
        lock (changes)
        {
            if (tickets.Count == Limit && !tickets.ContainsKey(key))
            {
                (hasTooMany, tooManySince) = (true, clock.GetTimestamp());
                return;
            }

            // A new number each time: what is being settled at this moment was an earlier change.
            tickets[key] = ++lastTicket;
            if (timer is null && !isDisposed)
            {
                timer = new(Pause, clock);
                _ = SettleAllAsync(timer);
            }
        }
    }

    public void Dispose()
    {
        lock (changes)
        {
            isDisposed = true;
            timer?.Dispose();
        }
    }

    private async Task SettleAllAsync(PeriodicTimer ticks)
    {
        while (await ticks.WaitForNextTickAsync())
        {
            await SettleWhatCanBeAsync();
            lock (changes)
            {
                if (tickets.Count == 0)
                {
                    ticks.Dispose();
                    timer = null;
                    return;
                }
            }
        }
    }

    private async Task SettleWhatCanBeAsync()
    {
        foreach (var (key, ticket) in Snapshot())
        {
            if (!await settle(key))
            {
                return;
            }

            lock (changes)
            {
                if (tickets.GetValueOrDefault(key) == ticket)
                {
                    tickets.Remove(key);
                }
            }
        }
    }

    private KeyValuePair<string, long>[] Snapshot()
    {
        lock (changes)
        {
            return [.. tickets];
        }
    }
}
