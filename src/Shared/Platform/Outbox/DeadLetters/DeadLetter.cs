namespace SystemDesign.Platform.Outbox.DeadLetters;

/// <summary>An event that a handler could not handle, and that nobody tries any more.</summary>
/// <param name="Id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">UUIDv7; of the delivery, since each handler has its own.</param>
/// <param name="Module" example="users">Whose event it is.</param>
/// <param name="EventId">UUIDv7.</param>
/// <param name="EventName" example="users.user-deleted.v1">What happened.</param>
/// <param name="Key">Events of one key reach a handler in order; those behind this one went on when it was given up.</param>
/// <param name="Payload">What the event says, in JSON.</param>
/// <param name="Handler" example="UrlShortener.EraseLinksOfUser">Who could not handle it; nobody, if no build that runs knows the event.</param>
/// <param name="Attempts" example="8">How often it was tried.</param>
/// <param name="Failure">What the last one said.</param>
/// <param name="OccurredAt">UTC.</param>
/// <param name="DeadAt">UTC; when it was given up.</param>
internal sealed record DeadLetter(
    Guid Id,
    string Module,
    Guid EventId,
    string EventName,
    string? Key,
    string Payload,
    string? Handler,
    int Attempts,
    string? Failure,
    DateTimeOffset OccurredAt,
    DateTimeOffset DeadAt);
