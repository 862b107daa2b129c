namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>The stats of a link as a client reads them.</summary>
internal sealed record StatsBody(CountBody Total, DayBody[] Days, HourBody[] Hours, ReferrerBody[] Referrers, long Direct);

internal sealed record CountBody(long Visits, long Previews);

internal sealed record DayBody(string Day, long Visits, long Previews);

internal sealed record HourBody(DateTimeOffset Hour, long Visits, long Previews);

internal sealed record ReferrerBody(string Referrer, long Visits);
