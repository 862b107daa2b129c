using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Users;

/// <summary>Sign-ins of a user have ended before their access tokens did: those are not good any more.</summary>
/// <param name="UserId">UUIDv7.</param>
/// <param name="SessionIds">UUIDv7, as access tokens carry them; 500 at most.</param>
/// <param name="EndedAt">UTC.</param>
[EventName("users.sessions-ended.v1")]
public sealed record SessionsEnded(Guid UserId, IReadOnlyList<Guid> SessionIds, DateTimeOffset EndedAt) : IEvent;
