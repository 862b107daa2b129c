using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;

namespace SystemDesign.Platform.Storage;

/// <summary>Removes the halves of objects whose process died while it put them.</summary>
internal sealed class LeftoversSweep(IStorage storage, TimeProvider clock) : IBackgroundWork, IDisposable
{
    /// <summary>No put takes so long.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    public string Name => "storage-leftovers";

    public Bell Bell { get; } = new();

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await storage.RemoveLeftoversAsync(clock.Now() - Patience, cancellationToken);
        return Rest;
    }

    public void Dispose() => Bell.Dispose();
}
