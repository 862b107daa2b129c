using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Seeding;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Documents;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Seeding;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data.Seeding;

/// <summary>Links with their documents and visits. Nobody is told of them: events speak of what happens, and these happened a while ago.</summary>
internal sealed class LinkSeeder(
    IDbContextFactory<UrlShortenerDb> databases, IWriter<UrlShortenerDb> writer, DocumentStore<LinkDocument> documents, TimeProvider clock) : ISeeder
{
    /// <summary>So many that the disk's wait is no longer felt, and so few that a stop is not kept waiting.</summary>
    public const int Portion = 10_000;

    private static readonly SeedOption Links = new("links", 10_000, 1, 10_000_000, "how many links");

    private static readonly SeedOption Owners = new("owners", 100, 1, SeededUsers.Maximum, "how many users they belong to, by a power law");

    private static readonly SeedOption Seed = new("seed", 1, 0, int.MaxValue, "which links: another number makes others");

    public string Module => "url-shortener";

    public string Summary => "Links of the year 2025, with tags, limits, and visits by hour and referrer.";

    public IReadOnlyList<SeedOption> Options { get; } = [Links, Owners, Seed];

    public async Task<SeedReport> SeedAsync(SeedArguments arguments, ISeedProgress progress, CancellationToken cancellationToken)
    {
        using var links = new SeededLinks(arguments.ValueOf(Seed), (int)arguments.ValueOf(Owners));
        var count = arguments.ValueOf(Links);
        var step = progress.Begin("links", count);
        var made = new Counts();
        for (var first = 0L; first < count; first += Portion)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var size = (int)long.Min(Portion, count - first);
            await SeedAsync(links, first, size, made, cancellationToken);
            step.Advance(size);
        }

        return new(
            [new("links", made.Links, count - made.Links), new("tags", made.Tags), new("hours with visits", made.Hours), new("referrers", made.Referrers)],
            $"Follow one: /s/{links.CodeOf(0)}. See the owners' own: seed users --users {arguments.ValueOf(Owners)}, then sign in as {SeededUsers.UserNameOf(1)}, who has the most.");
    }

    /// <summary>
    /// Documents first (US-3), then what refers to them, together. In the order of the codes, so that each page of their indexes
    /// is written once a portion.
    /// </summary>
    private async Task SeedAsync(SeededLinks links, long first, int size, Counts made, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var codes = Enumerable.Range(0, size).ToDictionary(offset => links.CodeOf(first + offset), offset => first + offset, StringComparer.Ordinal);
        var taken = await TakenAsync(db, [.. codes.Keys], cancellationToken);
        var now = clock.Now();
        var portion = codes.Where(code => !taken.Contains(code.Key))
            .OrderBy(code => code.Key, StringComparer.Ordinal)
            .Select(code => links.Make(code.Value, code.Key, draws => PlaceOf(draws.Id(now))))
            .ToList();
        await documents.PutManyAsync(portion.Select(link => (LinkDocuments.AddressOf(link.Link.Document!.Value), link.Document)), cancellationToken);

        var tags = portion.SelectMany(link => link.Link.Tags).ToList();
        var hours = portion.SelectMany(link => link.Visits.Hours).ToList();
        var referrers = portion.SelectMany(link => link.Visits.Referrers).ToList();
        db.AddMany([.. portion.Select(link => link.Link)]);
        db.AddMany(tags);
        db.AddMany(hours);
        db.AddMany(referrers);
        await writer.SaveAsync(db, cancellationToken);
        made.Add(portion.Count, tags.Count, hours.Count, referrers.Count);
    }

    private DocumentPlace PlaceOf(Guid id)
    {
        var address = documents.Place(id);
        return new(address.Id, address.Shard);
    }

    /// <summary>By an earlier run, or by somebody who chose or drew the same; also of links that were deleted since.</summary>
    private static async Task<HashSet<string>> TakenAsync(UrlShortenerDb db, IReadOnlyList<string> codes, CancellationToken cancellationToken) =>
        [.. await db.Links.Where(link => EF.Parameter(codes).Contains(link.Code)).Select(link => link.Code).ToListAsync(cancellationToken)];

    private sealed class Counts
    {
        public long Links { get; private set; }

        public long Tags { get; private set; }

        public long Hours { get; private set; }

        public long Referrers { get; private set; }

        public void Add(int links, int tags, int hours, int referrers)
        {
            Links += links;
            Tags += tags;
            Hours += hours;
            Referrers += referrers;
        }
    }
}
