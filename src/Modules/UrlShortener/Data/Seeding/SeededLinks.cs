using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SystemDesign.Kernel.Seeding;
using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data.Seeding;

/// <summary>
/// The links of a seed, by number: each is made without those before it, and is the same however many are made. Only a document's
/// id says when it was made: what is older than an hour and has no row yet would be swept from under it.
/// </summary>
internal sealed class SeededLinks(long seed, int owners) : IDisposable
{
    private static readonly string[] Tags =
    [
        "news", "work", "campaign", "newsletter", "social", "launch", "private", "travel", "recipes", "music", "research", "meeting", "sale", "print",
        "video", "partner", "event", "support", "internal", "archive",
    ];

    /// <summary>Its own order of codes: to the generators these are what aliases are, taken.</summary>
    private readonly PermutedCodes codes = new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"url-shortener.links:{seed}"))));

    public string CodeOf(long number) => codes.CodeAt(number, LinkCode.GeneratedLength);

    /// <param name="number">From 0.</param>
    /// <param name="code">Its own, which whoever asks has looked up.</param>
    /// <param name="place">Where its document is to lie.</param>
    public SeededLink Make(long number, string code, Func<Draws, DocumentPlace> place)
    {
        var draws = Draws.For("url-shortener.links", seed, number);
        var madeAt = SeededPeriod.Start.AddSeconds(draws.Below((long)(SeededPeriod.End - SeededPeriod.Start).TotalSeconds));
        var owner = SeededUsers.IdOf(1 + (int)draws.LowBelow(owners));
        var link = Link.Make(draws.Id(madeAt), code, owner, draws.InHundred(3) ? 1 + (int)draws.LowBelow(1_000) : null, madeAt);
        var document = DocumentOf(draws, madeAt);
        link.LeadBy(document, place(draws));
        link.Restrict(link.MaxVisits, isDisabled: draws.InHundred(2));
        return new(link, document, SeededVisits.Draw(draws, link, document));
    }

    public void Dispose() => codes.Dispose();

    private static LinkDocument DocumentOf(Draws draws, DateTimeOffset madeAt) => new(
        SeededAddress.Draw(draws),
        draws.InHundred(10) ? 301 : RedirectStatus.Default,
        draws.InHundred(5) ? madeAt.AddHours(1 + draws.Below(7 * 24)) : null,
        draws.InHundred(10) ? madeAt.AddDays(30 + draws.Below(3 * 365)) : null,
        [.. Enumerable.Range(0, (int)draws.Below(4)).Select(_ => draws.EarlyOne(Tags)).Distinct()]);
}
