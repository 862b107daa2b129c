using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.Tests.Unit.UrlShortener;

[Trait("Notes", "B1")]
public sealed class VisitCountersTests
{
    private static readonly DateTimeOffset Noon = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Counts_by_code_and_hour_and_tells_visits_from_previews()
    {
        var counters = new VisitCounters(100);
        counters.Count("b", Noon.AddMinutes(59), VisitKind.Visit, null);
        counters.Count("b", Noon.AddMinutes(60), VisitKind.Visit, "example.org");
        counters.Count("B", Noon, VisitKind.Visit, null);
        counters.Count("b", Noon, VisitKind.Preview, null);
        counters.Count("b", Noon, VisitKind.Visit, "example.org");

        var batch = counters.Take(Noon)!;

        Assert.Equal(
            [("B", Noon, 1, 0), ("b", Noon, 2, 1), ("b", Noon.AddHours(1), 1, 0)],
            batch.Hours.Select(row => (row.Code, row.Hour, row.Visits, row.Previews)));
        Assert.Equal([("B", 1, 0), ("b", 3, 1)], batch.Event.Links.Select(link => (link.Code, link.Visits, link.Previews)));
        Assert.Equal((batch.Id, Noon), (batch.Event.BatchId, batch.Event.VisitedAt));
    }

    [Fact]
    public void Counts_visits_by_referrer_over_all_hours_and_previews_not()
    {
        var counters = new VisitCounters(100);
        counters.Count("code", Noon, VisitKind.Visit, "b.example.org");
        counters.Count("code", Noon.AddHours(1), VisitKind.Visit, "b.example.org");
        counters.Count("code", Noon, VisitKind.Visit, "a.example.org");
        counters.Count("code", Noon, VisitKind.Visit, null);
        counters.Count("code", Noon, VisitKind.Preview, "c.example.org");

        Assert.Equal(
            [("code", "a.example.org", 1), ("code", "b.example.org", 2)],
            counters.Take(Noon)!.Referrers.Select(row => (row.Code, row.Referrer, row.Visits)));
    }

    [Fact]
    public void Drops_only_what_does_not_fit()
    {
        var counters = new VisitCounters(2);

        CountOutcome[] outcomes =
        [
            counters.Count("a", Noon, VisitKind.Visit, null),
            counters.Count("b", Noon, VisitKind.Visit, null),
            counters.Count("c", Noon, VisitKind.Visit, null),
            counters.Count("a", Noon, VisitKind.Visit, "example.org"),
            counters.Count("a", Noon, VisitKind.Preview, "example.org"),
            counters.Count("b", Noon, VisitKind.Visit, null),
        ];

        Assert.Equal(
            [CountOutcome.First, CountOutcome.Further, CountOutcome.Dropped, CountOutcome.Dropped, CountOutcome.Further, CountOutcome.Further],
            outcomes);
        Assert.Equal([("a", 1, 1), ("b", 2, 0)], counters.Take(Noon)!.Hours.Select(row => (row.Code, row.Visits, row.Previews)));
    }

    [Fact]
    public void What_is_taken_is_gone_and_there_is_room_again()
    {
        var counters = new VisitCounters(1);
        Assert.Null(counters.Take(Noon));
        counters.Count("a", Noon, VisitKind.Visit, null);

        var (first, nothing) = (counters.Take(Noon), counters.Take(Noon));

        Assert.Null(nothing);
        Assert.True(counters.IsEmpty);
        Assert.Equal(CountOutcome.First, counters.Count("b", Noon, VisitKind.Visit, null));
        Assert.False(counters.IsEmpty);
        Assert.NotEqual(first!.Id, counters.Take(Noon)!.Id);
    }

    [Fact]
    public async Task Of_50_that_count_and_take_at_once_each_visit_is_in_one_batch()
    {
        var counters = new VisitCounters(100);
        var batches = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() =>
        {
            var taken = new List<VisitBatch?>();
            for (var visit = 0; visit < 2_000; visit++)
            {
                counters.Count($"code-{visit % 7}", Noon, VisitKind.Visit, number % 2 == 0 ? "example.org" : null);
                if (visit % 100 == number)
                {
                    taken.Add(counters.Take(Noon));
                }
            }

            return taken;
        })));

        var all = batches.SelectMany(taken => taken).Append(counters.Take(Noon)).OfType<VisitBatch>().ToList();

        Assert.Equal(100_000, all.Sum(batch => batch.Hours.Sum(hour => hour.Visits)));
        Assert.Equal(50_000, all.Sum(batch => batch.Referrers.Sum(referrer => referrer.Visits)));
    }
}
