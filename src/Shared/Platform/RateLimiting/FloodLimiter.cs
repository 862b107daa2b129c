using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>
/// Before anything else is done for a request, and of every instance by itself: asking a server whether one more may
/// come would let a flood through to that server. While it grants it says nothing, since redirects pass here too, and
/// a client may take a low remainder on a redirect for a reason to wait (draft-ietf-httpapi-ratelimit-headers-10, section 6).
/// </summary>
internal sealed class FloodLimiter(MemoryWindows windows, RateLimitOptions options) : PartitionedRateLimiter<HttpContext>
{
    private readonly RateLimit limit = options.FloodLimit();

    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount)
    {
        var quota = windows.Take(limit, Caller.Of(resource, limit.CountedBy));
        return quota.IsGranted ? BareLease.Granted : new LimitLease(limit, quota);
    }

    /// <summary>The framework's way to queue after a refusal; here nobody waits.</summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext resource, int permitCount, CancellationToken cancellationToken) =>
        new(AttemptAcquireCore(resource, permitCount));
}
