namespace SystemDesign.UrlShortener.Domain.Redirects;

/// <summary>What came of following a code.</summary>
/// <param name="Outcome">Where it stands.</param>
/// <param name="Destination">Where it leads; nothing if there is no such link.</param>
internal readonly record struct Followed(FollowOutcome Outcome, Destination? Destination = null);
