using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Tests.Unit.Platform.RateLimiting;

[Trait("Notes", "B2-9")]
public sealed class SlidingWindowTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    /// <summary>Milliseconds between requests: bursts, and what lies around a second and a minute.</summary>
    private static readonly Arbitrary<(int Limit, int[] Gaps)> Traffic = (
        from limit in Gen.Choose(1, 20)
        from length in Gen.Choose(1, 200)
        from gaps in Gen.OneOf(
            Gen.Constant(0),
            Gen.Choose(1, 40),
            Gen.Choose(900, 1_100),
            Gen.Choose(1_000, 8_000),
            Gen.Choose(58_900, 61_100)).ArrayOf(length)
        select (limit, gaps)).ToArbitrary();

    [Fact]
    public void The_61st_of_a_minute_is_refused_up_to_its_last_tick_and_the_minute_slides()
    {
        var window = new SlidingWindow();
        for (var request = 1; request <= 60; request++)
        {
            Assert.Equal(new Quota(true, 60 - request, Minute), window.Take(TimeSpan.Zero, 60));
        }

        Assert.Equal(new Quota(false, 0, Minute), window.Take(TimeSpan.Zero, 60));
        Assert.Equal(new Quota(false, 0, Tick), window.Take(Minute - Tick, 60));
        Assert.Equal(new Quota(true, 59, Minute), window.Take(Minute, 60));
    }

    [Fact]
    public void What_was_taken_comes_back_when_it_is_a_minute_old_and_not_all_at_once()
    {
        var window = new SlidingWindow();
        for (var second = 0; second < 3; second++)
        {
            window.Take(TimeSpan.FromSeconds(second), 3);
        }

        Assert.Equal(new Quota(false, 0, TimeSpan.FromSeconds(57.5)), window.Take(TimeSpan.FromSeconds(2.5), 3));
        Assert.Equal(new Quota(true, 0, TimeSpan.FromSeconds(1)), window.Take(TimeSpan.FromSeconds(60), 3));
        Assert.Equal(new Quota(false, 0, TimeSpan.FromSeconds(0.5)), window.Take(TimeSpan.FromSeconds(60.5), 3));
        Assert.Equal(new Quota(true, 0, TimeSpan.FromSeconds(1)), window.Take(TimeSpan.FromSeconds(61), 3));
    }

    [Fact]
    public void A_burst_at_the_end_of_a_minute_does_not_double_what_the_next_one_gives()
    {
        var window = new SlidingWindow();
        var burst = TimeSpan.FromSeconds(59.9);
        Assert.All(Enumerable.Range(0, 60), _ => Assert.True(window.Take(burst, 60)!.Value.IsGranted));

        Assert.All(Enumerable.Range(1, 599), tenth => Assert.False(window.Take(burst + TimeSpan.FromSeconds(tenth / 10d), 60)!.Value.IsGranted));
        Assert.True(window.Take(burst + Minute, 60)!.Value.IsGranted);
    }

    [Fact]
    public void In_no_minute_is_more_than_the_limit_granted() => ForAll((limit, requests) =>
        requests.Where(request => request.Quota.IsGranted).All(last =>
            requests.Count(request => request.Quota.IsGranted && request.At > last.At - Minute && request.At <= last.At) <= limit));

    [Fact]
    public void Nobody_is_refused_who_took_fewer_in_the_last_61_seconds() => ForAll((limit, requests) =>
        requests.Where(request => !request.Quota.IsGranted).All(refused =>
            requests.Count(request => request.Quota.IsGranted && request.At > refused.At - TimeSpan.FromSeconds(61) && request.At <= refused.At) >= limit));

    [Fact]
    public void Who_is_refused_and_waits_as_long_as_they_are_told_is_granted_and_not_a_tick_before() => ForAll((limit, requests) =>
    {
        var times = requests.Select(request => request.At).ToList();
        return requests.Index().Where(request => !request.Item.Quota.IsGranted).All(refused =>
        {
            var (at, quota) = refused.Item;
            return quota.Remaining == 0 && IsGranted(at + quota.Reset) && !IsGranted(at + quota.Reset - Tick);

            bool IsGranted(TimeSpan later) => Replay(limit, [.. times[..(refused.Index + 1)], later])[^1].Quota.IsGranted;
        });
    });

    [Fact]
    public void What_remains_can_be_taken_at_once() => ForAll((limit, requests) =>
    {
        var (at, quota) = requests[^1];
        var replay = Replay(limit, [.. requests.Select(request => request.At), .. Enumerable.Repeat(at, limit)]);
        return replay.Skip(requests.Count).Count(request => request.Quota.IsGranted) == quota.Remaining;
    });

    [Fact]
    public void Of_100_at_once_exactly_60_are_granted()
    {
        var window = new SlidingWindow();

        var quotas = new Quota[100];
        Parallel.For(0, quotas.Length, request => quotas[request] = window.Take(TimeSpan.Zero, 60)!.Value);

        Assert.Equal(Enumerable.Range(0, 60), quotas.Where(quota => quota.IsGranted).Select(quota => quota.Remaining).Order());
    }

    [Fact]
    public void A_clock_that_was_read_too_early_changes_nothing()
    {
        var window = new SlidingWindow();
        window.Take(Minute, 2);

        Assert.Equal(new Quota(true, 0, Minute), window.Take(TimeSpan.Zero, 2));
        Assert.Equal(new Quota(false, 0, Tick), window.Take(Minute + Minute - Tick, 2));
    }

    [Fact]
    public void It_closes_only_when_there_is_nothing_to_remember()
    {
        var window = new SlidingWindow();
        window.Take(TimeSpan.Zero, 1);

        Assert.False(window.TryClose(Minute - Tick));
        Assert.True(window.TryClose(Minute));
        Assert.Null(window.Take(Minute, 1));
    }

    private static void ForAll(Func<int, IReadOnlyList<(TimeSpan At, Quota Quota)>, bool> holds) =>
        Prop.ForAll(Traffic, traffic => holds(traffic.Limit, Replay(traffic.Limit, Times(traffic.Gaps)))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static IReadOnlyList<TimeSpan> Times(int[] gaps)
    {
        var now = TimeSpan.Zero;
        return [.. gaps.Select(gap => now += TimeSpan.FromMilliseconds(gap))];
    }

    private static IReadOnlyList<(TimeSpan At, Quota Quota)> Replay(int limit, IReadOnlyList<TimeSpan> times)
    {
        var window = new SlidingWindow();
        return [.. times.Select(at => (at, window.Take(at, limit)!.Value))];
    }
}
