using SystemDesign.Kernel.Seeding;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data.Seeding;

/// <summary>How often a link was followed in the last days of the period, and from where; no more often than it could be.</summary>
internal sealed record SeededVisits(IReadOnlyList<VisitsByHour> Hours, IReadOnlyList<VisitsByReferrer> Referrers)
{
    private const int Days = 30;

    private const int MostReferrers = 3;

    private static readonly SeededVisits None = new([], []);

    private static readonly string[] Hosts =
    [
        "search.example.com", "social.example.net", "mail.example.org", "news.example.com", "chat.example.net", "video.example.com", "forum.example.org",
        "blog.example.net", "shop.example.com", "school.example.org",
    ];

    public static SeededVisits Draw(Draws draws, Link link, LinkDocument document)
    {
        var (first, count) = HoursOf(link, document);

        // Of one with a maximum it would have to be known how many of them used it up.
        if (link.MaxVisits is not null || count == 0 || draws.InHundred(25))
        {
            return None;
        }

        var hours = DrawHours(draws, link.Code, first, count);
        return new(hours, draws.InHundred(50) ? DrawReferrers(draws, link.Code, hours.Sum(hour => hour.Visits)) : []);
    }

    /// <summary>Whole hours in which the link led somewhere: the first, and how many.</summary>
    private static (DateTimeOffset First, int Count) HoursOf(Link link, LinkDocument document)
    {
        var from = Latest(SeededPeriod.End.AddDays(-Days), link.CreatedAt, document.ValidFrom ?? link.CreatedAt);
        var until = document.ExpiresAt is { } end && end < SeededPeriod.End ? end : SeededPeriod.End;
        var first = from.AddTicks(TimeSpan.TicksPerHour - 1);
        first = first.AddTicks(-(first.Ticks % TimeSpan.TicksPerHour));
        return (first, int.Max(0, (int)((until - first).Ticks / TimeSpan.TicksPerHour)));
    }

    private static IReadOnlyList<VisitsByHour> DrawHours(Draws draws, string code, DateTimeOffset first, int count)
    {
        var hours = new SortedSet<long>();
        for (var wanted = draws.HeavyFrom(2.5, count); wanted > 0; wanted--)
        {
            hours.Add(draws.Below(count));
        }

        return
        [
            .. hours.Select(hour => new VisitsByHour
            {
                Code = code,
                Hour = first.AddHours(hour),
                Visits = draws.HeavyFrom(1, 100_000),
                Previews = draws.InHundred(20) ? draws.HeavyFrom(1, 1_000) : 0,
            }),
        ];
    }

    /// <summary>Each has a part of what those before it left.</summary>
    private static List<VisitsByReferrer> DrawReferrers(Draws draws, string code, long visits)
    {
        var rows = new List<VisitsByReferrer>();
        foreach (var host in Enumerable.Range(0, 1 + (int)draws.LowBelow(MostReferrers)).Select(_ => draws.EarlyOne(Hosts)).Distinct())
        {
            if (draws.Below(visits + 1) is > 0 and var part)
            {
                rows.Add(new() { Code = code, Referrer = host, Visits = part });
                visits -= part;
            }
        }

        return rows;
    }

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> instants)
    {
        var latest = instants[0];
        foreach (var instant in instants)
        {
            latest = instant > latest ? instant : latest;
        }

        return latest;
    }
}
