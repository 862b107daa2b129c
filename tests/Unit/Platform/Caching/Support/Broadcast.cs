using System.Collections.Concurrent;
using SystemDesign.Platform.Signals;

namespace SystemDesign.Tests.Unit.Platform.Caching.Support;

/// <summary>Joins the instances of a test: who sends has told all the others before the call returns.</summary>
internal sealed class Broadcast
{
    private readonly ConcurrentDictionary<Action<string>, (ISignals Listener, string Channel)> listeners = new();

    public ConcurrentQueue<(string Channel, string Content)> Sent { get; } = [];

    /// <summary>Whether nothing can be sent.</summary>
    public bool IsDown { get; set; }

    public int Listeners => listeners.Count;

    /// <summary>The signals of one more instance.</summary>
    public ISignals Join() => new Member(this);

    private sealed class Member(Broadcast broadcast) : ISignals
    {
        public Task<bool> SendAsync(string channel, string content)
        {
            if (broadcast.IsDown)
            {
                return Task.FromResult(false);
            }

            broadcast.Sent.Enqueue((channel, content));
            foreach (var (hear, _) in broadcast.listeners.Where(listener => listener.Value.Listener != this && listener.Value.Channel == channel))
            {
                hear(content);
            }

            return Task.FromResult(true);
        }

        public IDisposable Subscribe(string channel, Action<string> hear)
        {
            broadcast.listeners[hear] = (this, channel);
            return new Subscription(() => broadcast.listeners.TryRemove(hear, out _));
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
