namespace SystemDesign.Platform.Design;

/// <summary>Step 9: how often something may be done (B2-9).</summary>
/// <param name="Requests">What is counted.</param>
/// <param name="Maximum">How often, and in which time.</param>
/// <param name="Per">Whose requests are counted together.</param>
/// <param name="Beyond">What the client is answered then.</param>
public sealed record RateLimit(string Requests, string Maximum, string Per, string Beyond);
