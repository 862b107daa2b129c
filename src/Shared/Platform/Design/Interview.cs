namespace SystemDesign.Platform.Design;

/// <summary>The notes' "other questions that are usually put to the interviewer", answered (B2-28).</summary>
/// <param name="Publicity">Is it public or private?</param>
/// <param name="Analytics">Do they need analytics?</param>
/// <param name="Scale">How big is the scale expected to be?</param>
/// <param name="Users">Which users will use it, and what kind of users?</param>
public sealed record Interview(string Publicity, string Analytics, string Scale, string Users);
