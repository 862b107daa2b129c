using Microsoft.Extensions.Hosting;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>
/// Knows when all of an application is gone. The factory and the host's own entry point both dispose it, and whoever comes
/// second does not wait for the first. Made before the other hosted services, so the container disposes it after what they use.
/// </summary>
internal sealed class EndOfApp(TaskCompletionSource gone) : IHostedService, IDisposable
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => gone.TrySetResult();
}
