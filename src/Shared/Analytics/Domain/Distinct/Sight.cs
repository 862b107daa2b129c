namespace SystemDesign.Analytics.Domain.Distinct;

/// <summary>That somebody did something. It is never written down: see <see cref="IUserSketches"/>.</summary>
/// <param name="UserId">UUIDv7.</param>
/// <param name="Name">See <see cref="Events.EventNames"/>.</param>
/// <param name="OccurredAt">UTC.</param>
internal sealed record Sight(Guid UserId, string Name, DateTimeOffset OccurredAt);
