using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using SystemDesign.Platform.Outages;

namespace SystemDesign.Platform.Redis;

/// <summary>
/// This process's connection to Redis, which all uses share. Nothing waits for it at start, and nothing fails because it is away:
/// what it is used for has another way, which costs more.
/// </summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly Task<ConnectionMultiplexer> connecting;
    private readonly Circuit circuit;
    private volatile ConnectionMultiplexer? connection;
    private volatile bool isDisposed;

    public RedisServer(RedisOptions options, RedisMetrics metrics, TimeProvider clock, ILogger<RedisServer> logger)
    {
        Prefix = options.Prefix;
        circuit = new("Redis", metrics.Failures.Increment, clock, logger);
        connecting = ConnectAsync(options);
        metrics.IsConnected = () => connection?.IsConnected is true;
    }

    public string Prefix { get; }

    /// <exception cref="Exception">It cannot be reached.</exception>
    public async Task<IDatabase> OpenAsync(CancellationToken cancellationToken) => (await connecting.WaitAsync(cancellationToken)).GetDatabase();

    /// <summary>Calls the handler for each message of the channel, in their order, and again after each time that the server was away.</summary>
    public async Task ListenAsync(string channel, Action<string> hear)
    {
        var connected = await connecting;
        await connected.GetSubscriber().SubscribeAsync(channel, (_, message) => hear(message!));
    }

    /// <returns>What the call brought, or <paramref name="otherwise"/> if Redis fails or is slow.</returns>
    public Task<T> TryAsync<T>(Func<IDatabase, Task<T>> call, T otherwise) =>
        circuit.TryAsync(async cancellationToken => await call(await OpenAsync(cancellationToken)), otherwise);

    /// <summary>Who stops does not wait for a connection that still looks for its server.</summary>
    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        if (connection is { } connected)
        {
            await connected.CloseAsync(allowCommandsToComplete: false);
        }
    }

    /// <summary>It ends when there is a connection, or one that goes on looking for its server by itself.</summary>
    private async Task<ConnectionMultiplexer> ConnectAsync(RedisOptions options)
    {
        var connected = await ConnectionMultiplexer.ConnectAsync(options.Parse());
        connection = connected;
        if (isDisposed)
        {
            await connected.CloseAsync(allowCommandsToComplete: false);
        }

        return connected;
    }
}
