using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using SystemDesign.Platform.Background;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Rung when something is on its way into feeds. It also remembers the traces of who brought it there, so that they go on into the feeds; of what another
/// instance wrote, or a process that has ended, it knows none.
/// </summary>
internal sealed class FanOutBell : IDisposable
{
    /// <summary>Traces are there to be looked at, and not worth more memory than this.</summary>
    private const int Most = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly MemoryCache causes = new(new MemoryCacheOptions { SizeLimit = Most });

    public Bell Bell { get; } = new();

    /// <summary>Before its transaction ends: whoever finds the entry then finds this.</summary>
    public void Note(Guid entryId, ActivityContext cause) =>
        causes.Set(entryId, cause, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Lifetime, Size = 1 });

    /// <returns>The default if it is not known.</returns>
    public ActivityContext CauseOf(Guid entryId) => causes.TryGetValue(entryId, out ActivityContext cause) ? cause : default;

    public void Dispose()
    {
        Bell.Dispose();
        causes.Dispose();
    }
}
