namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>What came of it.</summary>
/// <param name="Following">I follow them.</param>
/// <param name="Requested">They are private, and were asked.</param>
internal sealed record FollowAnswer(bool Following, bool Requested);
