namespace SystemDesign.Twitter.Data.Rows;

/// <summary>Somebody asks to follow somebody who is private.</summary>
internal sealed class FollowRequest
{
    public required int Followee { get; init; }

    public required int Follower { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }
}
