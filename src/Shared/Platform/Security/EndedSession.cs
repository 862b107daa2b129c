namespace SystemDesign.Platform.Security;

/// <summary>A sign-in that has ended. Kept for as long as an access token of it may last.</summary>
internal sealed record EndedSession
{
    /// <summary>The session's, as access tokens carry it.</summary>
    public required Guid Id { get; init; }

    public required DateTimeOffset EndedAt { get; init; }
}
