using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Redis;

namespace SystemDesign.Platform.Signals;

/// <summary>
/// One channel of Redis for all signals, so that they stay in order. A message is the sender, a space, our channel, a space and
/// the content.
/// </summary>
internal sealed partial class RedisSignals : ISignals
{
    private readonly RedisServer server;
    private readonly ILogger<RedisSignals> logger;
    private readonly string redisChannel;
    private readonly string sender;
    private ImmutableList<Subscription> subscriptions = [];

    public RedisSignals(RedisServer server, TimeProvider clock, ILogger<RedisSignals> logger)
    {
        this.server = server;
        this.logger = logger;
        redisChannel = $"{server.Prefix}signals";
        sender = $"{Guid.CreateVersion7(clock.Now()):N}";
        Listening = ListenAsync();
    }

    /// <summary>Ends when this instance hears the others, which takes a moment after its start.</summary>
    internal Task Listening { get; }

    public Task<bool> SendAsync(string channel, string content) => server.TryAsync(
        async redis =>
        {
            await redis.PublishAsync(redisChannel, $"{sender} {channel} {content}");
            return true;
        },
        otherwise: false);

    public IDisposable Subscribe(string channel, Action<string> hear)
    {
        var subscription = new Subscription(this, channel, hear);
        ImmutableInterlocked.Update(ref subscriptions, static (all, added) => all.Add(added), subscription);
        return subscription;
    }

    private async Task ListenAsync()
    {
        try
        {
            await server.ListenAsync(redisChannel, Hear);
        }
        catch (RedisException exception)
        {
            LogDeaf(exception);
        }
    }

    private void Hear(string message)
    {
        if (message.Split(' ', 3) is [var from, var channel, var content] && from != sender)
        {
            foreach (var subscription in subscriptions.Where(subscription => subscription.Channel == channel))
            {
                subscription.Hear(content);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "This instance does not hear the others: what they change is seen here when a lifetime has passed")]
    private partial void LogDeaf(Exception exception);

    private sealed class Subscription(RedisSignals signals, string channel, Action<string> hear) : IDisposable
    {
        public string Channel => channel;

        public Action<string> Hear => hear;

        public void Dispose() => ImmutableInterlocked.Update(ref signals.subscriptions, static (all, ended) => all.Remove(ended), this);
    }
}
