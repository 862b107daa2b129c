namespace SystemDesign.Media.Domain.Delivery;

/// <summary>What a read found.</summary>
/// <param name="Outcome">Whether it may be read, now.</param>
/// <param name="Media">What, if it may.</param>
/// <param name="ExpiresAt">Until when its address is good, UTC; nothing: for ever.</param>
internal readonly record struct OpenedMedia(OpenOutcome Outcome, DeliveredObject? Media = null, DateTimeOffset? ExpiresAt = null);
