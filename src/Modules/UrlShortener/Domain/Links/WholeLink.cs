namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>A link with its document, as they belong together.</summary>
internal sealed record WholeLink(Link Link, LinkDocument Document);
