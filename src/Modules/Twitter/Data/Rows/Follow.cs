namespace SystemDesign.Twitter.Data.Rows;

/// <summary>An edge of the graph (TW-10).</summary>
internal sealed class Follow
{
    public required int Follower { get; init; }

    public required int Followee { get; init; }

    public required DateTimeOffset FollowedAt { get; init; }

    /// <summary>
    /// What the followee wrote after this entry is pushed to this follower. The greatest of all ids until the feed is filled with what they
    /// wrote before: until then everything of theirs is pulled.
    /// </summary>
    public required Guid PushedSince { get; init; }
}
