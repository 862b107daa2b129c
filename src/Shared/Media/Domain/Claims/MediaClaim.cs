namespace SystemDesign.Media.Domain.Claims;

/// <summary>What was last told of a use of a file. One that has ended stays too, so that an older word does not bring it back.</summary>
internal sealed class MediaClaim
{
    public const int MaximumUsedByLength = 200;

    public required Guid FileId { get; init; }

    /// <summary>As the module that uses it calls the use.</summary>
    public required string UsedBy { get; init; }

    public required bool IsAttached { get; init; }

    /// <summary>When that was so, by the clock of who told it.</summary>
    public required DateTimeOffset ToldAt { get; init; }
}
