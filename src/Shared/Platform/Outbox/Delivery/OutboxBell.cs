using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>Wakes the dispatcher of a module's events when some were committed.</summary>
internal sealed class OutboxBell<TDb> : IDisposable
    where TDb : ModuleDb
{
    public Bell Bell { get; } = new();

    public void Dispose() => Bell.Dispose();
}
