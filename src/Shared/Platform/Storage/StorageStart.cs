using Microsoft.Extensions.Hosting;

namespace SystemDesign.Platform.Storage;

/// <summary>The store is ready before the first request.</summary>
internal sealed class StorageStart(IStorage storage) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => storage.PrepareAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
