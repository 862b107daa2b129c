namespace SystemDesign.UrlShortener.Data;

/// <summary>How often a code was followed in an hour. By code and not by link: a code is never given again.</summary>
internal sealed class VisitsByHour
{
    /// <summary>See <see cref="Domain.Links.LinkCode"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Its beginning, in UTC.</summary>
    public required DateTimeOffset Hour { get; init; }

    public required long Visits { get; init; }

    public required long Previews { get; init; }

    /// <summary>One for each key, in the order of the keys.</summary>
    public static IReadOnlyList<VisitsByHour> Sum(IEnumerable<VisitsByHour> parts) =>
    [
        .. parts.GroupBy(part => (part.Hour, part.Code))
            .OrderBy(whole => whole.Key.Hour)
            .ThenBy(whole => whole.Key.Code, StringComparer.Ordinal)
            .Select(whole => new VisitsByHour
            {
                Code = whole.Key.Code,
                Hour = whole.Key.Hour,
                Visits = whole.Sum(part => part.Visits),
                Previews = whole.Sum(part => part.Previews),
            }),
    ];
}
