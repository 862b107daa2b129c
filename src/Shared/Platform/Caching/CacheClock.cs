using Microsoft.Extensions.Internal;

namespace SystemDesign.Platform.Caching;

/// <summary>The application's clock, for a <see cref="Microsoft.Extensions.Caching.Memory.MemoryCache"/>, which is older than <see cref="TimeProvider"/>.</summary>
internal sealed class CacheClock(TimeProvider clock) : ISystemClock
{
    public DateTimeOffset UtcNow => clock.GetUtcNow();
}
