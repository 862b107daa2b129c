namespace SystemDesign.Media.Domain.Delivery;

/// <summary>An object was put away since nobody had read it for long, and is being brought back.</summary>
/// <param name="Code" example="media.restoring">Stable and machine-readable.</param>
/// <param name="Detail">For a person.</param>
/// <param name="RetryAfterSeconds" example="5">When to ask again, as <c>Retry-After</c> says.</param>
internal sealed record MediaRestoring(string Code, string Detail, int RetryAfterSeconds);
