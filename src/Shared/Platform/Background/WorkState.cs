namespace SystemDesign.Platform.Background;

/// <summary>Background work of this instance, since its start.</summary>
/// <param name="Name" example="outbox:users">Unique in the instance.</param>
/// <param name="Running">Whether it is at it now; else it rests.</param>
/// <param name="Runs">How often it has run to an end.</param>
/// <param name="Failures">How many of these failed; each is tried again.</param>
/// <param name="LastStartedAt">UTC.</param>
/// <param name="LastEndedAt">UTC.</param>
/// <param name="LastFailedAt">UTC.</param>
/// <param name="LastFailure">What the last failure said.</param>
internal sealed record WorkState(
    string Name,
    bool Running,
    long Runs,
    long Failures,
    DateTimeOffset? LastStartedAt,
    DateTimeOffset? LastEndedAt,
    DateTimeOffset? LastFailedAt,
    string? LastFailure);
