using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>Refused because nobody can tell whether there is one more, and the limit is closed then.</summary>
internal sealed class UncountedLease(RateLimit limit) : RateLimitLease
{
    public RateLimit Limit => limit;

    public override bool IsAcquired => false;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = null;
        return false;
    }
}
