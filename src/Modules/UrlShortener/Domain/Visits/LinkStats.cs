namespace SystemDesign.UrlShortener.Domain.Visits;

/// <summary>How often a link was followed, when, and from where.</summary>
/// <param name="Total">Since the link was made.</param>
/// <param name="Days">The days asked for on which it was followed, in order.</param>
/// <param name="Hours">Their hours in which it was followed, in order.</param>
/// <param name="Referrers">Whose pages led there, since the link was made: the 20 that led most, the first first.</param>
/// <param name="Direct" example="17">Visits since the link was made that no page led to, or none that the browser named.</param>
internal sealed record LinkStats(
    VisitTotal Total, IReadOnlyList<VisitsOnDay> Days, IReadOnlyList<VisitsInHour> Hours, IReadOnlyList<VisitsFromReferrer> Referrers, long Direct)
{
    /// <summary>How many referrers are named.</summary>
    public const int MaximumReferrers = 20;
}

/// <summary>How often a link was followed.</summary>
/// <param name="Visits" example="120">By somebody, as far as one can tell.</param>
/// <param name="Previews" example="35">By programs that look where it leads: HEAD, prefetch, preview bots and crawlers.</param>
internal sealed record VisitTotal(long Visits, long Previews);

/// <summary>A day on which a link was followed.</summary>
/// <param name="Day" example="2026-08-01">In UTC.</param>
/// <param name="Visits" example="12">By somebody.</param>
/// <param name="Previews" example="3">By programs that look where it leads.</param>
internal sealed record VisitsOnDay(DateOnly Day, long Visits, long Previews)
{
    /// <param name="hours">In order.</param>
    public static IReadOnlyList<VisitsOnDay> Of(IEnumerable<VisitsInHour> hours) =>
    [
        .. hours.GroupBy(hour => DateOnly.FromDateTime(hour.Hour.UtcDateTime))
            .Select(day => new VisitsOnDay(day.Key, day.Sum(hour => hour.Visits), day.Sum(hour => hour.Previews))),
    ];
}

/// <summary>An hour in which a link was followed.</summary>
/// <param name="Hour" example="2026-08-01T15:00:00Z">Its beginning, in UTC.</param>
/// <param name="Visits" example="7">By somebody.</param>
/// <param name="Previews" example="1">By programs that look where it leads.</param>
internal sealed record VisitsInHour(DateTimeOffset Hour, long Visits, long Previews);

/// <summary>A host whose pages led to a link.</summary>
/// <param name="Referrer" example="news.example.org">In lower case and ASCII; <c>(others)</c> for all beyond the first 1,000 hosts of a link.</param>
/// <param name="Visits" example="63">By somebody.</param>
internal sealed record VisitsFromReferrer(string Referrer, long Visits);
