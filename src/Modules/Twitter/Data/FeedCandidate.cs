namespace SystemDesign.Twitter.Data;

/// <summary>An entry that may stand in a feed.</summary>
internal sealed class FeedCandidate
{
    public required Guid Id { get; init; }

    public required int Actor { get; init; }

    public required Guid TweetId { get; init; }

    /// <summary>Who wrote the tweet; 0: it is deleted.</summary>
    public required int Author { get; init; }

    /// <summary>Whose tweet it quotes; 0: none.</summary>
    public required int Quoted { get; init; }

    /// <summary>Whether the owner of the feed is to see it.</summary>
    public required bool IsVisible { get; init; }
}
