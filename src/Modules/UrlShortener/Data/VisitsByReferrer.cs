namespace SystemDesign.UrlShortener.Data;

/// <summary>How often a code was followed from the pages of a host. Visits that no page led to have no row.</summary>
internal sealed class VisitsByReferrer
{
    /// <summary>See <see cref="Domain.Links.LinkCode"/>.</summary>
    public required string Code { get; init; }

    /// <summary>See <see cref="Domain.Visits.Referrer"/>.</summary>
    public required string Referrer { get; init; }

    public required long Visits { get; init; }

    /// <summary>One for each key, in the order of the keys.</summary>
    public static IReadOnlyList<VisitsByReferrer> Sum(IEnumerable<VisitsByReferrer> parts) =>
    [
        .. parts.GroupBy(part => (part.Code, part.Referrer))
            .OrderBy(whole => whole.Key.Code, StringComparer.Ordinal)
            .ThenBy(whole => whole.Key.Referrer, StringComparer.Ordinal)
            .Select(whole => new VisitsByReferrer { Code = whole.Key.Code, Referrer = whole.Key.Referrer, Visits = whole.Sum(part => part.Visits) }),
    ];
}
