namespace SystemDesign.Platform.RateLimiting;

/// <summary>What is counted together: one caller's use of one limit.</summary>
/// <param name="Limit">The limit's name.</param>
/// <param name="Caller">Who.</param>
internal readonly record struct WindowKey(string Limit, Caller Caller);
