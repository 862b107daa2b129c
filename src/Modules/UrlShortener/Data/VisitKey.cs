namespace SystemDesign.UrlShortener.Data;

/// <summary>What is counted together.</summary>
/// <param name="Code">Of a link.</param>
/// <param name="Hour">Its beginning, in UTC.</param>
/// <param name="Referrer">A host; nothing for visits that no page led to, and for previews.</param>
internal readonly record struct VisitKey(string Code, DateTimeOffset Hour, string? Referrer);
