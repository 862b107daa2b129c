namespace SystemDesign.Platform.Realtime;

/// <summary>The channels of all modules.</summary>
internal sealed class Channels(IEnumerable<Channel> channels)
{
    private readonly Dictionary<string, Channel> byName = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<Channel> All => byName.Values;

    public IEnumerable<Connection> Connections => All.SelectMany(channel => channel.Connections);

    /// <exception cref="InvalidOperationException">A module's mistake.</exception>
    public Channel Find(string name) => byName.TryGetValue(name, out var channel)
        ? channel
        : throw new InvalidOperationException($"There is no channel '{name}': call AddRealtimeChannel in the module's AddServices.");
}
