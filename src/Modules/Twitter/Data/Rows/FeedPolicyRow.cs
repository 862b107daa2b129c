using SystemDesign.Twitter.Domain.Feeds;

namespace SystemDesign.Twitter.Data.Rows;

/// <summary>How entries come into feeds, for all instances; one row.</summary>
internal sealed class FeedPolicyRow
{
    public const int TheOne = 1;

    public required int Id { get; init; }

    public required FeedStrategy Strategy { get; init; }

    /// <summary>With <see cref="FeedStrategy.Hybrid"/>: who has as many followers is pulled.</summary>
    public required int Threshold { get; init; }

    /// <summary>Entries after this one are pushed at all; the greatest of all ids with <see cref="FeedStrategy.Pull"/>.</summary>
    public required Guid PushedSince { get; init; }
}
