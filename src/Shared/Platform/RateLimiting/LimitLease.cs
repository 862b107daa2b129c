using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>The answer of a limit, in the framework's form. There is nothing to give back: time does that.</summary>
internal sealed class LimitLease(RateLimit limit, Quota quota) : RateLimitLease
{
    public RateLimit Limit => limit;

    public Quota Quota => quota;

    public override bool IsAcquired => quota.IsGranted;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = null;
        return false;
    }

    public void Announce(HttpResponse response)
    {
        response.Headers[RateLimitHeaders.Policy] = limit.Policy;
        response.Headers[RateLimitHeaders.Current] = limit.Show(quota);
    }
}
