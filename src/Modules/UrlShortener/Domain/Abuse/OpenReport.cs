namespace SystemDesign.UrlShortener.Domain.Abuse;

/// <summary>A report that waits for a decision: ban the link, or dismiss the report.</summary>
/// <param name="Id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">UUIDv7.</param>
/// <param name="Code" example="launch">The link's.</param>
/// <param name="Url" example="https://example.org/2026/launch">Where it leads.</param>
/// <param name="Reason" example="Asks for the password of my bank.">As it was given.</param>
/// <param name="ReportedAt">UTC.</param>
internal sealed record OpenReport(Guid Id, string Code, string Url, string Reason, DateTimeOffset ReportedAt);
