using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Documents;

/// <summary>The shards of one store, by number.</summary>
internal sealed class DocumentShards(string store, int count, IShards shards) : IAsyncDisposable
{
    private readonly IShard[] all = [.. Enumerable.Range(0, count).Select(number => shards.Open(store, number))];

    public string Store => store;

    public int Count => count;

    public IShard this[int number] => all[Require(number)];

    /// <exception cref="InvalidOperationException">An address that was made by somebody with more shards.</exception>
    public int Require(int number) => number >= 0 && number < count
        ? number
        : throw new InvalidOperationException($"The store {store} has no shard {number}, only {count}: {DocumentOptions.SettingOf(store)} has become less than it was.");

    /// <inheritdoc cref="IShard.PrepareAsync"/>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (await shards.CountAsync(store, cancellationToken) is var given && given > count)
        {
            throw new StartRefusedException(
                $"The store {store} was given {given} shards, and their documents would not be found with {count}: set {DocumentOptions.SettingOf(store)} to {given} or more.");
        }

        foreach (var shard in all)
        {
            await shard.PrepareAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var shard in all)
        {
            await shard.DisposeAsync();
        }
    }
}
