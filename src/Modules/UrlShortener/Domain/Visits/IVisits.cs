namespace SystemDesign.UrlShortener.Domain.Visits;

/// <summary>Who comes by. They are told of as <see cref="Contracts.UrlShortener.LinkVisited"/>, a group at a time.</summary>
internal interface IVisits
{
    /// <summary>Returns at once: a redirect waits for no count.</summary>
    /// <param name="code">Of a link that there is.</param>
    /// <param name="kind">Each has a counter of its own.</param>
    /// <param name="referrer">The host whose page led there; nothing if no page did, or none that one knows of.</param>
    void Count(string code, VisitKind kind, string? referrer);
}
