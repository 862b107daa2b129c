using System.Collections.Concurrent;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Tests.Integration.Media;

/// <summary>The store as it is, whose calls are counted, held up, or fail, as a test says.</summary>
internal sealed class WatchedObjects(IStorage store) : IObjectStore
{
    private readonly ConcurrentQueue<(string Call, string Name)> calls = new();

    /// <summary>What happens before each call; a failure here is one before the call did anything.</summary>
    public Func<string, string, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What happens after each call; a failure here is an answer that was lost.</summary>
    public Func<string, string, Task> After { get; set; } = (_, _) => Task.CompletedTask;

    public int Count(string call, string name) => calls.Count(made => made == (call, name));

    public Task PutAsync(string name, Stream content, long bytes, CancellationToken cancellationToken) => store.PutAsync(name, content, bytes, cancellationToken);

    public Task<ObjectFacts?> FindAsync(string name, CancellationToken cancellationToken) => WatchAsync("find", name, () => store.FindAsync(name, cancellationToken));

    public Task<Stream?> OpenAsync(string name, long offset, long bytes, CancellationToken cancellationToken) =>
        WatchAsync("open", name, () => store.OpenAsync(name, offset, bytes, cancellationToken));

    public Task DeleteAsync(string name, CancellationToken cancellationToken) => store.DeleteAsync(name, cancellationToken);

    public IAsyncEnumerable<ObjectFacts> ListAsync(string prefix, CancellationToken cancellationToken) => store.ListAsync(prefix, cancellationToken);

    public Task FreezeAsync(string name, CancellationToken cancellationToken) => WatchAsync(
        "freeze",
        name,
        async () =>
        {
            await store.FreezeAsync(name, cancellationToken);
            return true;
        });

    public Task<StorageTier?> ThawAsync(string name, CancellationToken cancellationToken) => WatchAsync("thaw", name, () => store.ThawAsync(name, cancellationToken));

    private async Task<T> WatchAsync<T>(string call, string name, Func<Task<T>> make)
    {
        calls.Enqueue((call, name));
        await Before(call, name);
        var result = await make();
        await After(call, name);
        return result;
    }
}
