namespace SystemDesign.Twitter.Domain.People;

/// <summary>What there is between somebody and me.</summary>
/// <param name="Following">I follow them.</param>
/// <param name="Requested">I asked to, and they have not answered.</param>
/// <param name="FollowsMe">They follow me.</param>
/// <param name="Blocking">I block them. Whether they block me, I am not told: I do not find them then.</param>
/// <param name="Muting">I mute them.</param>
internal sealed record Relation(bool Following, bool Requested, bool FollowsMe, bool Blocking, bool Muting);
