namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>Who comes by. They are told of as <see cref="Contracts.UrlShortener.LinkVisited"/>, a group at a time.</summary>
internal interface IVisits
{
    /// <summary>Returns at once: a redirect waits for no count.</summary>
    void Count(string code);
}
