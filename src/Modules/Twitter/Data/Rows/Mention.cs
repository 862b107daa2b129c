namespace SystemDesign.Twitter.Data.Rows;

/// <summary>Somebody whom a tweet names, and who exists.</summary>
internal sealed class Mention
{
    public required Guid TweetId { get; init; }

    public required int Person { get; init; }
}
