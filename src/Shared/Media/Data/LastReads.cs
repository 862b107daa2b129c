using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Tiers;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Media.Data;

/// <summary>
/// Names of objects that were read, gathered for a moment and written down together, each at most once an hour by however many instances. A
/// process that is killed forgets the moment: then an object counts as unused an hour too early, of many days.
/// </summary>
internal sealed class LastReads(IDbContextFactory<MediaDb> databases, IWriter<MediaDb> writer, TimeProvider clock) : ILastReads, IBackgroundWork, IDisposable
{
    public static readonly TimeSpan Granularity = TimeSpan.FromHours(1);

    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    /// <summary>Some 10 MB; who is not noted now is noted when it is read again.</summary>
    private const int Most = 65_536;

    private const int Portion = 500;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock access = new();
    private HashSet<string> noted = new(StringComparer.Ordinal);
    private string[] unwritten = [];

    public string Name => "media.last-reads";

    public Bell Bell { get; } = new();

    public void Note(DeliveredObject media)
    {
        if (clock.GetUtcNow() - media.LastReadAt < Granularity)
        {
            return;
        }

        bool isFirst;
        lock (access)
        {
            isFirst = noted.Count < Most && noted.Add(media.Name) && noted.Count == 1;
        }

        if (isFirst)
        {
            Bell.Ring();
        }
    }

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        if (HasAny())
        {
            await Task.Delay(Moment, clock, cancellationToken);
        }

        await FinishAsync();
        return Timeout.InfiniteTimeSpan;
    }

    public async Task FinishAsync()
    {
        await turn.WaitAsync();
        try
        {
            unwritten = [.. unwritten, .. Take()];
            while (unwritten.Length > 0)
            {
                await WriteAsync([.. unwritten.Take(Portion)]);
                unwritten = [.. unwritten.Skip(Portion)];
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        Bell.Dispose();
        turn.Dispose();
    }

    private bool HasAny()
    {
        lock (access)
        {
            return noted.Count > 0;
        }
    }

    /// <summary>In order, so that of instances which write the same ones at once, one waits for the other.</summary>
    private string[] Take()
    {
        lock (access)
        {
            string[] taken = [.. noted.Order(StringComparer.Ordinal)];
            noted = new(StringComparer.Ordinal);
            return taken;
        }
    }

    private async Task WriteAsync(List<string> names)
    {
        var now = clock.Now();
        var before = now - Granularity;
        await using var db = await databases.CreateDbContextAsync();
        await writer.RunAsync(
            db,
            transaction => db.Objects
                .Where(kept => names.Contains(kept.Name) && kept.LastReadAt <= before)
                .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.LastReadAt, now), transaction),
            CancellationToken.None);
    }
}
