using System.Text;
using SystemDesign.Kernel.Seeding;

namespace SystemDesign.UrlShortener.Data.Seeding;

/// <summary>An address as people shorten them, of 50 to 150 letters; on hosts that are nobody's (RFC 2606).</summary>
internal static class SeededAddress
{
    private const int Shortest = 50;

    private const int Longest = 150;

    private static readonly string[] Domains = ["example.com", "example.org", "example.net"];

    private static readonly string[] Hosts =
        ["www", "news", "blog", "shop", "docs", "events", "media", "forum", "careers", "support", "research", "tickets", "maps", "video", "music", "travel"];

    private static readonly string[] Words =
    [
        "summer", "launch", "report", "guide", "annual", "review", "city", "garden", "winter", "offer", "science", "ocean", "bicycle", "recipe",
        "history", "market", "energy", "forest", "design", "system", "library", "museum", "weather", "football", "concert", "festival", "holiday",
        "kitchen", "camera", "novel", "station", "harbour", "mountain", "island", "village", "school", "teacher", "student", "doctor", "hospital",
    ];

    public static string Draw(Draws draws)
    {
        var length = Shortest + (int)draws.LowBelow(Longest - Shortest + 1);
        var address = new StringBuilder("https://").Append(draws.EarlyOne(Hosts)).Append('.').Append(draws.One(Domains)).Append('/').Append(draws.One(Words));
        while (address.Length < length)
        {
            address.Append(draws.InHundred(30) ? '/' : '-').Append(draws.One(Words));
        }

        // Cut at the length, and never after a separator: no two spellings of one address are wanted.
        address.Length = length;
        return address.ToString().TrimEnd('-', '/').PadRight(length, 'x');
    }
}
