namespace SystemDesign.Twitter.Data.Rows;

/// <summary>A tweet in the index, which knows it by its place.</summary>
internal sealed class SearchDocument
{
    /// <summary>As old as the tweet, so that what is found is in order as it lies there.</summary>
    public required long Place { get; init; }

    public required Guid TweetId { get; init; }
}
