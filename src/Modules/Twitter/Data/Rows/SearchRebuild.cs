namespace SystemDesign.Twitter.Data.Rows;

/// <summary>There is one while the index is made anew.</summary>
internal sealed class SearchRebuild
{
    public const int TheOne = 1;

    public required int Id { get; init; }

    /// <summary>Tweets up to this one are indexed.</summary>
    public required Guid Position { get; init; }
}
