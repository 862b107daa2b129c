using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>Yes or no, and not a word more.</summary>
internal sealed class BareLease : RateLimitLease
{
    public static readonly BareLease Granted = new(true);

    /// <summary>To be asked again, asynchronously.</summary>
    public static readonly BareLease NotAsked = new(false);

    private BareLease(bool isAcquired) => IsAcquired = isAcquired;

    public override bool IsAcquired { get; }

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = null;
        return false;
    }
}
