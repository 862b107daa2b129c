using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>The limit that the endpoint carries.</summary>
internal sealed class RouteLimiter(IWindows windows) : PartitionedRateLimiter<HttpContext>
{
    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    /// <summary>Windows that instances share cannot be asked without waiting: not granted here, the framework asks below.</summary>
    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount) => BareLease.NotAsked;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
        HttpContext resource, int permitCount, CancellationToken cancellationToken)
    {
        var limit = resource.GetEndpoint()!.Metadata.GetRequiredMetadata<RateLimit>();
        if (await windows.TakeAsync(limit, Caller.Of(resource, limit.CountedBy)) is not { } quota)
        {
            return new UncountedLease(limit);
        }

        var lease = new LimitLease(limit, quota);

        // On starting, since the error handler empties the headers before it writes its answer.
        resource.Response.OnStarting(Announce, (lease, resource.Response));
        return lease;
    }

    private static Task Announce(object state)
    {
        var (lease, response) = ((LimitLease, HttpResponse))state;
        lease.Announce(response);
        return Task.CompletedTask;
    }
}
