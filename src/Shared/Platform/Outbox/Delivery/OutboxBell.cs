using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Signals;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>
/// Wakes the dispatchers of a module's events, this instance's and the others', when there are some to deliver. The others
/// are not called more often than ten times a second: awake, they find the rest by themselves.
/// </summary>
internal sealed class OutboxBell<TDb> : IDisposable
    where TDb : ModuleDb
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock calls = new();
    private readonly ISignals signals;
    private readonly string channel;
    private readonly IDisposable subscription;
    private readonly ITimer timer;
    private bool isPausing;
    private bool hasMore;

    public OutboxBell(ISignals signals, ModuleDatabase<TDb> module, TimeProvider clock)
    {
        this.signals = signals;
        channel = $"outbox:{module.Schema}";
        timer = clock.CreateTimer(_ => EndPause(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        subscription = signals.Subscribe(channel, _ => Bell.Ring());
    }

    public Bell Bell { get; } = new();

    /// <summary>Here and elsewhere.</summary>
    public void Ring()
    {
        Bell.Ring();
        CallOthers();
    }

    /// <summary>For what this instance leaves to them.</summary>
    public void CallOthers()
    {
        lock (calls)
        {
            hasMore = isPausing;
            if (isPausing)
            {
                return;
            }

            isPausing = true;
        }

        Call();
    }

    public void Dispose()
    {
        subscription.Dispose();
        timer.Dispose();
        Bell.Dispose();
    }

    private void EndPause()
    {
        lock (calls)
        {
            isPausing = hasMore;
            hasMore = false;
            if (!isPausing)
            {
                return;
            }
        }

        Call();
    }

    /// <summary>Not awaited: who does not hear it polls.</summary>
    private void Call()
    {
        timer.Change(Pause, Timeout.InfiniteTimeSpan);
        _ = signals.SendAsync(channel, string.Empty);
    }
}
