using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data.Seeding;

/// <summary>A link with everything that is known of it.</summary>
internal sealed record SeededLink(Link Link, LinkDocument Document, SeededVisits Visits);
