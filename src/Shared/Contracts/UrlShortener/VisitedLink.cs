namespace SystemDesign.Contracts.UrlShortener;

/// <summary>How often a link was followed in the moment of a <see cref="LinkVisited"/>.</summary>
/// <param name="Code">What follows <c>/s/</c>.</param>
/// <param name="Visits">By somebody, as far as one can tell.</param>
/// <param name="Previews">By programs that look where it leads.</param>
public sealed record VisitedLink(string Code, long Visits, long Previews);
