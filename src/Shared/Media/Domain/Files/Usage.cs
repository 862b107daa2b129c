namespace SystemDesign.Media.Domain.Files;

/// <summary>What a user has of what they may have.</summary>
internal sealed class Usage
{
    public required Guid OwnerId { get; init; }

    /// <summary>All their files together, each counted whole, however many others have the same bytes.</summary>
    public long UsedBytes { get; init; }

    /// <summary>What their uploads that are under way have announced.</summary>
    public long ReservedBytes { get; init; }

    /// <summary>How many of those there are.</summary>
    public int Uploads { get; init; }
}
