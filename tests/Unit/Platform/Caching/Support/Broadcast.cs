using System.Collections.Concurrent;
using SystemDesign.Platform.Caching;

namespace SystemDesign.Tests.Unit.Platform.Caching.Support;

/// <summary>Joins the instances of a test; tells everyone, the sender too, before the call returns.</summary>
internal sealed class Broadcast : ICacheInvalidations
{
    private readonly ConcurrentDictionary<Action<CacheInvalidation>, string> listeners = new();

    public ConcurrentQueue<CacheInvalidation> Published { get; } = [];

    /// <summary>What becomes of a message; nothing means that it arrives.</summary>
    public Func<Task>? Fault { get; set; }

    public int Listeners => listeners.Count;

    public Task PublishAsync(CacheInvalidation invalidation)
    {
        if (Fault is not null)
        {
            return Fault();
        }

        Published.Enqueue(invalidation);
        foreach (var (hear, _) in listeners.Where(listener => listener.Value == invalidation.Cache))
        {
            hear(invalidation);
        }

        return Task.CompletedTask;
    }

    public IDisposable Subscribe(string cache, Action<CacheInvalidation> hear)
    {
        listeners[hear] = cache;
        return new Subscription(() => listeners.TryRemove(hear, out _));
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
