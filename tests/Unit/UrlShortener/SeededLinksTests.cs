using SystemDesign.Kernel.Seeding;
using SystemDesign.UrlShortener.Data.Seeding;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.Tests.Unit.UrlShortener;

public sealed class SeededLinksTests
{
    private static readonly IReadOnlyList<SeededLink> Some = Make(1, 100, 20_000);

    [Fact]
    public void Lead_where_links_may_lead_of_many_lengths() => Assert.All(Some, link =>
    {
        Assert.Equal(link.Document.Url, TargetUrl.Parse(link.Document.Url));
        Assert.InRange(link.Document.Url.Length, 50, 150);
        Assert.True(link.Document.ValidFrom is not { } from || link.Document.ExpiresAt is not { } end || from < end);
    });

    [Fact]
    public void Have_codes_of_their_own() => Assert.Equal(Some.Count, Some.Select(link => link.Link.Code).Distinct().Count());

    [Fact]
    public void Are_made_within_the_period_and_have_ids_of_that_time() => Assert.All(Some, link =>
    {
        Assert.InRange(link.Link.CreatedAt, SeededPeriod.Start, SeededPeriod.End.AddTicks(-1));
        Assert.StartsWith(Guid.CreateVersion7(link.Link.CreatedAt).ToString()[..13], link.Link.Id.ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public void Are_one_owners_a_fifth_and_everybodys_in_the_end()
    {
        var shares = Some.GroupBy(link => link.Link.OwnerId).ToDictionary(owner => owner.Key!.Value, owner => owner.Count() / (double)Some.Count);

        Assert.InRange(shares[SeededUsers.IdOf(1)], 0.20, 0.23);
        Assert.Equal(100, shares.Count);
    }

    [Fact]
    public void Differ_in_everything_that_a_link_can()
    {
        Assert.InRange(Share(link => link.Link.MaxVisits is not null), 0.02, 0.04);
        Assert.InRange(Share(link => link.Link.IsDisabled), 0.01, 0.03);
        Assert.InRange(Share(link => link.Document.ExpiresAt is not null), 0.08, 0.12);
        Assert.InRange(Share(link => link.Document.ValidFrom is not null), 0.04, 0.06);
        Assert.InRange(Share(link => link.Document.Redirect == 301), 0.08, 0.12);
        Assert.InRange(Share(link => link.Document.Tags.Count == 0), 0.2, 0.3);
        Assert.All(Some, link => Assert.Equal(link.Document.Tags, LinkTags.Normalize(link.Document.Tags)));
    }

    [Fact]
    public void Were_followed_in_three_hours_on_average_and_only_while_they_led_somewhere()
    {
        Assert.InRange(Some.Average(link => link.Visits.Hours.Count), 2.5, 3.5);
        Assert.Contains(Some, link => link.Visits.Hours.Count > 50);
        foreach (var (link, document, visits) in Some)
        {
            Assert.All(visits.Hours, hour =>
            {
                Assert.Equal(0, hour.Hour.Ticks % TimeSpan.TicksPerHour);
                Assert.True(hour.Hour >= link.CreatedAt && hour.Hour >= SeededPeriod.End.AddDays(-30) && !(hour.Hour < document.ValidFrom));
                Assert.True(hour.Hour.AddHours(1) <= SeededPeriod.End && !(hour.Hour.AddHours(1) > document.ExpiresAt) && link.MaxVisits is null);
                Assert.True(hour.Visits > 0);
            });
            Assert.Equal(visits.Hours.Count, visits.Hours.Select(hour => hour.Hour).Distinct().Count());
            Assert.Equal(visits.Referrers.Count, visits.Referrers.Select(row => row.Referrer).Distinct().Count());
            Assert.InRange(visits.Referrers.Sum(row => row.Visits), 0, visits.Hours.Sum(hour => hour.Visits));
        }
    }

    [Fact]
    public void Are_others_with_another_seed() => Assert.Empty(Some.Select(link => link.Link.Code).Intersect(Make(2, 100, 20_000).Select(link => link.Link.Code)));

    private static double Share(Func<SeededLink, bool> isMeant) => Some.Count(isMeant) / (double)Some.Count;

    private static IReadOnlyList<SeededLink> Make(long seed, int owners, int count)
    {
        using var links = new SeededLinks(seed, owners);
        return [.. Enumerable.Range(0, count).Select(number => links.Make(number, links.CodeOf(number), draws => new(draws.Id(DateTimeOffset.UnixEpoch), 0)))];
    }
}
