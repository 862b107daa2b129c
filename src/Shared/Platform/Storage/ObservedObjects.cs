namespace SystemDesign.Platform.Storage;

/// <summary>The store as the modules have it: what they ask of it is seen and counted.</summary>
internal sealed class ObservedObjects(IStorage storage, StorageTelemetry telemetry) : IObjectStore
{
    public async Task PutAsync(string name, Stream content, long bytes, CancellationToken cancellationToken)
    {
        await ObserveAsync("put", () => storage.PutAsync(name, content, bytes, cancellationToken));
        telemetry.Written(bytes);
    }

    public Task<ObjectFacts?> FindAsync(string name, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("find", () => storage.FindAsync(name, cancellationToken));

    public async Task<Stream?> OpenAsync(string name, long offset, long bytes, CancellationToken cancellationToken)
    {
        var stream = await telemetry.ObserveAsync("open", () => storage.OpenAsync(name, offset, bytes, cancellationToken));
        if (stream is not null)
        {
            telemetry.Read(bytes);
        }

        return stream;
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        ObserveAsync("delete", () => storage.DeleteAsync(name, cancellationToken));

    public IAsyncEnumerable<ObjectFacts> ListAsync(string prefix, CancellationToken cancellationToken) =>
        storage.ListAsync(prefix, cancellationToken);

    public Task FreezeAsync(string name, CancellationToken cancellationToken) =>
        ObserveAsync("freeze", () => storage.FreezeAsync(name, cancellationToken));

    public Task<StorageTier?> ThawAsync(string name, CancellationToken cancellationToken) =>
        telemetry.ObserveAsync("thaw", () => storage.ThawAsync(name, cancellationToken));

    private Task<bool> ObserveAsync(string operation, Func<Task> work) => telemetry.ObserveAsync(operation, async () =>
    {
        await work();
        return true;
    });
}
