namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>A message as a provider takes it: all of it plain text but for the page.</summary>
/// <param name="DeliveryId">The idempotency key: of two with the same, a provider that can tell delivers one.</param>
/// <param name="Channel">What the address is.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">For SMS and push all of it; of an e-mail what is shown where there are no pages.</param>
/// <param name="Html">Of an e-mail: the same as a page.</param>
/// <param name="Link">Where it leads, as a whole address.</param>
/// <param name="UnsubscribeUrl">Of an e-mail that can be unsubscribed from: takes a POST (RFC 8058).</param>
/// <param name="WrittenAt">UTC.</param>
internal sealed record OutgoingMessage(
    Guid DeliveryId, Channel Channel, string Address, string Title, string Text, string? Html, string? Link, string? UnsubscribeUrl, DateTimeOffset WrittenAt);
