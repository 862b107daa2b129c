using SystemDesign.Platform.Background;

namespace SystemDesign.Platform.Idempotency;

/// <summary>Deletes what has expired, in the background, so that no request pays for it.</summary>
internal sealed class KeySweeper(IEnumerable<IExpiredKeys> databases) : IBackgroundWork, IDisposable
{
    public string Name => "idempotency-sweep";

    public Bell Bell { get; } = new();

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var database in databases)
        {
            await database.SweepAsync(cancellationToken);
        }

        return Keeping.SweepInterval;
    }

    public void Dispose() => Bell.Dispose();
}
