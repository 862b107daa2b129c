using System.Numerics;
using SystemDesign.Platform.Design;
using SystemDesign.UrlShortener.Domain.Capacity;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener;

/// <summary>Step 3 of the design: the notes' calculations (US-1), and what follows from them.</summary>
internal static class UrlShortenerNumbers
{
    /// <summary>What an instance answered on two cores that it shared with the load generator: docs/performance.md.</summary>
    private const int MeasuredVisitsPerSecond = 58_886;

    /// <summary>How often the unit of work runs a command that draws a taken value.</summary>
    private const int Draws = 5;

    private static readonly NumberInput LinksPerSecond =
        Input("linksPerSecond", "Links that are made, on average.", "links/s", CapacityInput.LinksPerSecond);

    private static readonly NumberInput Years =
        Input("years", "How long links are made, and kept.", "years of 365 days", CapacityInput.Years);

    private static readonly NumberInput Letters =
        new("letters", "The length of a generated code.", "letters", LinkCode.GeneratedLength, 1, 12, Whole: true);

    private static readonly NumberInput BytesPerLink =
        Input("bytesPerLink", "A link on disk: two ids of 16 bytes, an instant of 8, a code of 7, an address of some 100, and an index.", "bytes", CapacityInput.BytesPerLink);

    private static readonly NumberInput VisitsPerLink =
        new("visitsPerLink", "How often a link is followed, over its life.", "visits", 100, 0, 1_000_000);

    private static readonly NumberInput HitRatio =
        new("hitRatio", "The part of the visits that the cache answers.", "0 to 1", 0.9m, 0, 1);

    private static readonly NumberInput VisitsPerInstance =
        new("visitsPerSecondPerInstance", "What one instance answers; the default is measured.", "visits/s", MeasuredVisitsPerSecond, 1, 10_000_000);

    public static IReadOnlyList<Number> All { get; } =
    [
        new(
            "code-length",
            "US-1",
            "How many letters must a code have?",
            "Links = links per second x 31,536,000 seconds x years. Letters = the fewest of which 62 kinds make more codes than that.",
            "'For example 7 or 10, since they are thousands of millions'. Seven letters are 3,521,614,606,208 codes, the notes' '3.5 trillion' (US-2); "
                + "six would do up to 180 links a second, and ten are 839 quadrillion.",
            [LinksPerSecond, Years],
            given => CodeLength(Demand.LinksIn(given.Of(Years), given.Of(LinksPerSecond)), given.Of(LinksPerSecond))),
        new(
            "storage",
            "US-1",
            "How much do the links take on disk?",
            "Links x bytes per link, as the notes do it for Twitter (TW-4).",
            "The notes give no figure for this case.",
            [LinksPerSecond, Years, BytesPerLink],
            given =>
            [
                new("bytesPerDay", given.Of(LinksPerSecond) * 86_400 * given.Of(BytesPerLink), "bytes", "What a day adds."),
                new("bytes", (decimal)Demand.LinksIn(given.Of(Years), given.Of(LinksPerSecond)) * given.Of(BytesPerLink), "bytes", "What there is at the end."),
            ]),
        new(
            "collisions",
            "US-2",
            "How often would random codes collide?",
            "That any two of n links draw the same of N codes: 1 - e^(-n(n-1)/2N). That the next draws a taken one: n/N; that it draws only taken ones: (n/N)^5.",
            "'To avoid collisions': the notes give no odds. Some collision is certain, long before the codes run out; that one "
                + "link fails for it is not, since a taken code is drawn again.",
            [LinksPerSecond, Years, Letters],
            given => Collisions(Demand.LinksIn(given.Of(Years), given.Of(LinksPerSecond)), CodeSpace.SizeOf((int)given.Of(Letters)))),
        new(
            "pre-generated-codes",
            "US-2",
            "What would a list of all codes take?",
            "Codes = 62^letters. Bytes = codes x letters, without owner, address or index.",
            "'Pre-generate the 3.5 trillion URLs': exactly 3,521,614,606,208, and 24.7 TB for the bare letters.",
            [Letters],
            given =>
            [
                new("codes", (decimal)CodeSpace.SizeOf((int)given.Of(Letters)), "codes", "All that there are."),
                new("bytes", (decimal)CodeSpace.BytesOf((int)given.Of(Letters)), "bytes", "The list, a byte for each letter."),
            ]),
        new(
            "traffic",
            "US-4",
            "How many reads are there for a write, and what do they need?",
            "Visits = links per second x visits per link. Database reads = visits x (1 - hit ratio). Instances = visits / what one answers.",
            "'Frequently used information' belongs into a cache; the notes give no figure for this case.",
            [LinksPerSecond, VisitsPerLink, HitRatio, VisitsPerInstance],
            given => Requests(Traffic.VisitsPerSecond(given.Of(LinksPerSecond), given.Of(VisitsPerLink)), given)),
    ];

    private static NumberInput Input(string name, string meaning, string unit, CapacityInput input) =>
        new(name, meaning, unit, input.Default, input.Minimum, input.Maximum);

    private static IReadOnlyList<Figure> CodeLength(BigInteger links, decimal linksPerSecond)
    {
        var letters = CodeSpace.LengthFor(links);
        var codes = CodeSpace.SizeOf(letters);
        return
        [
            new("links", (decimal)links, "links", "How many there will be."),
            new("letters", letters, "letters", "How many a code must have."),
            new("codes", (decimal)codes, "codes", "How many there are of that length."),
            new("used", (decimal)links / (decimal)codes, "0 to 1", "The part that will be used."),
            new("yearsUntilFull", Demand.YearsFor(codes, linksPerSecond), "years of 365 days", "When all of them will be."),
        ];
    }

    private static IReadOnlyList<Figure> Collisions(BigInteger links, BigInteger codes) =>
    [
        new("oddsOfAny", (decimal)RandomCodes.OddsOfAnyCollision(links, codes), "0 to 1", "That two links ever draw the same code."),
        new("oddsOfNext", (decimal)RandomCodes.OddsOfDrawingOnlyTaken(links, codes, 1), "0 to 1", "That the link after the last draws a taken code."),
        new("oddsOfFailure", (decimal)RandomCodes.OddsOfDrawingOnlyTaken(links, codes, Draws), "0 to 1", $"That it does so {Draws} times, and is refused."),
        new("linksForEvenOdds", (decimal)RandomCodes.LinksForEvenOdds(codes), "links", "After how many two have met as likely as not."),
        new("oddsOfAnyFromAList", 0, "0 to 1", "The same, were the codes pre-generated and each handed out once."),
    ];

    private static IReadOnlyList<Figure> Requests(decimal visits, NumberInputs given) =>
    [
        new("writesPerSecond", given.Of(LinksPerSecond), "requests/s", "Links that are made."),
        new("readsPerSecond", visits, "requests/s", "Links that are followed."),
        new("databaseReadsPerSecond", Traffic.DatabaseReadsPerSecond(visits, given.Of(HitRatio)), "queries/s", "Visits that the cache does not answer."),
        new("instances", (decimal)Traffic.InstancesFor(visits, given.Of(VisitsPerInstance)), "instances", "How many it takes to answer the visits."),
    ];
}
