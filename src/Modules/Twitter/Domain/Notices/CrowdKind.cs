namespace SystemDesign.Twitter.Domain.Notices;

/// <summary>What many people may do to one tweet or one person at once.</summary>
internal enum CrowdKind
{
    /// <summary>Of a tweet.</summary>
    Like = 1,

    /// <summary>Of a tweet.</summary>
    Repost = 2,

    /// <summary>Of a person.</summary>
    Follow = 3,

    /// <summary>To follow a person who is private.</summary>
    FollowRequest = 4,
}
