namespace SystemDesign.Platform.Idempotency;

/// <summary>On a route: its command can be sent again under the same key.</summary>
/// <param name="Command">What the route sends.</param>
/// <param name="Required">Whether a request without a key is refused.</param>
internal sealed record TakesIdempotencyKey(Type Command, bool Required);
