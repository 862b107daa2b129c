using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Outages;
using SystemDesign.Tests.Unit.Platform.Caching.Support;

namespace SystemDesign.Tests.Unit.Platform.Caching;

/// <summary>Instances that share a second level and have no other way to tell each other anything.</summary>
[Trait("Notes", "B2-13")]
public sealed class SecondLevelTests : IDisposable
{
    private static readonly CacheOptions Exact = new() { Jitter = 0 };

    private readonly ManualClock clock = new();
    private readonly Store store = new() { ["key"] = "value" };
    private readonly SharedLevel level = new();
    private readonly Instance one;
    private readonly Instance other;

    public SecondLevelTests() => (one, other) = (NewInstance(), NewInstance());

    public void Dispose()
    {
        one.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task What_one_instance_loaded_the_others_need_not()
    {
        await one.GetAsync();
        Assert.Null(await one.GetAsync("none"));

        Assert.Equal("value", await other.GetAsync());
        Assert.Null(await other.GetAsync("none"));

        Assert.Equal(2, store.Reads);
        Assert.Equal((1, 1, 0), (other.Figures.SecondLevelHits, other.Figures.NegativeHits, other.Figures.Misses));
    }

    [Fact]
    public async Task A_change_behind_its_back_goes_unseen_for_the_second_levels_lifetime_and_no_longer()
    {
        await one.GetAsync();
        store["key"] = "changed";

        clock.Advance(Exact.SecondLevelLifetime - TimeSpan.FromTicks(10));
        Assert.Equal("value", await one.GetAsync());
        Assert.Equal(1, one.Figures.SecondLevelHits);

        clock.Advance(TimeSpan.FromTicks(10));
        Assert.Equal("changed", await one.GetAsync());
    }

    [Fact]
    public async Task That_there_is_none_ends_earlier_there_too()
    {
        await one.GetAsync("none");
        store["none"] = "now there is";

        clock.Advance(Exact.AbsenceLifetime);

        Assert.Equal("now there is", await other.GetAsync("none"));
    }

    [Fact]
    public async Task A_change_is_seen_at_once_where_it_was_made_and_elsewhere_within_the_first_levels_lifetime()
    {
        await one.GetAsync();
        await other.GetAsync();
        store["key"] = "changed";
        await one.ReadThrough.RemoveAsync("key");

        Assert.Equal("changed", await one.GetAsync());
        Assert.Equal("value", await other.GetAsync());

        clock.Advance(Exact.FirstLevelLifetime);
        Assert.Equal("changed", await other.GetAsync());
        Assert.Equal(2, store.Reads);
    }

    [Fact]
    public async Task What_an_instance_read_before_a_change_and_writes_after_it_nobody_believes()
    {
        var hold = level.HoldNextEntry();
        var late = other.GetAsync();
        await hold.Reached;
        store["key"] = "changed";
        await one.ReadThrough.RemoveAsync("key");
        hold.Release();
        Assert.Equal("value", await late);

        Assert.Equal("changed", await one.GetAsync());
        clock.Advance(Exact.FirstLevelLifetime);
        Assert.Equal("changed", await other.GetAsync());
    }

    [Fact]
    public async Task What_is_found_there_while_it_is_being_forgotten_is_not_kept()
    {
        await other.GetAsync();
        store["key"] = "changed";
        var hold = level.HoldNextGeneration();
        var removing = one.ReadThrough.RemoveAsync("key");
        await hold.Reached;
        Assert.Equal("value", await one.GetAsync());
        hold.Release();
        await removing;

        Assert.Equal("changed", await one.GetAsync());
    }

    [Fact]
    public async Task When_it_fails_the_cache_goes_on_without_it_and_counts()
    {
        level.Failure = new TimeoutException("gone");

        Assert.Equal("value", await one.GetAsync());
        await one.ReadThrough.RemoveAsync("key");
        store["key"] = "changed";
        Assert.Equal("changed", await one.GetAsync());
        Assert.Equal("changed", await one.GetAsync());

        Assert.Equal((1, 1, 2), (one.Figures.SecondLevelFailures, one.Figures.FirstLevelHits, store.Reads));
    }

    [Fact]
    public async Task When_it_hangs_one_request_waits_a_moment_and_the_next_ones_do_not()
    {
        level.Hangs = true;

        var asking = one.GetAsync();
        clock.Advance(Circuit.Patience);
        Assert.Equal("value", await asking);
        var calls = level.Calls;
        for (var key = 0; key < 100; key++)
        {
            await one.GetAsync($"{key}");
        }

        Assert.Equal(1, one.Figures.SecondLevelFailures);
        Assert.Equal(calls, level.Calls);
    }

    [Fact]
    public async Task When_it_is_back_it_is_used_again()
    {
        level.Failure = new TimeoutException("gone");
        await one.GetAsync("before");
        level.Failure = null;
        clock.Advance(TimeSpan.FromSeconds(1));

        await one.GetAsync();
        await other.GetAsync();

        Assert.Equal((1, 1), (one.Figures.SecondLevelFailures, other.Figures.SecondLevelHits));
    }

    [Fact]
    public async Task A_change_that_it_could_not_be_told_of_it_is_told_when_it_is_back()
    {
        await one.GetAsync();
        await other.GetAsync();
        level.Failure = new TimeoutException("gone");
        store["key"] = "changed";
        await one.ReadThrough.RemoveAsync("key");
        Assert.Equal("changed", await one.GetAsync());

        level.Failure = null;
        var told = level.NextWrite();
        clock.Advance(TimeSpan.FromSeconds(1));
        await told;

        clock.Advance(Exact.FirstLevelLifetime - TimeSpan.FromSeconds(1));
        Assert.Equal("changed", await other.GetAsync());
    }

    [Fact]
    public async Task Until_it_is_told_the_instance_that_made_the_change_does_not_believe_it()
    {
        await one.GetAsync();
        level.Failure = new TimeoutException("gone");
        await one.GetAsync("finds out that it is gone");
        clock.Advance(TimeSpan.FromSeconds(0.5));
        store["key"] = "changed";
        await one.ReadThrough.RemoveAsync("key");
        level.Failure = null;
        clock.Advance(TimeSpan.FromSeconds(0.5));
        await one.GetAsync("finds out that it is back");

        Assert.Equal("changed", await one.GetAsync());
    }

    [Fact]
    public async Task What_another_build_wrote_there_is_loaded_anew()
    {
        await other.GetAsync();
        await level.SetAsync($"{Instance.CacheName}:\"key\"", Encoding.UTF8.GetBytes("""{"shape":"of another build"}"""), new DistributedCacheEntryOptions());

        Assert.Equal("value", await one.GetAsync());
        Assert.Equal((2, 1), (store.Reads, one.Figures.SecondLevelFailures));
    }

    [Fact]
    public async Task An_answer_that_took_longer_than_it_may_be_believed_is_given_and_not_kept()
    {
        var hold = store.HoldNextRead();
        var slow = one.GetAsync();
        await hold.Reached;
        clock.Advance(Exact.SecondLevelLifetime);
        hold.Release();

        Assert.Equal("value", await slow);
        Assert.Equal(0, one.Figures.SecondLevelFailures);
        await other.GetAsync();
        Assert.Equal(2, store.Reads);
    }

    [Fact]
    public async Task What_is_not_to_be_kept_does_not_go_there()
    {
        using var fussy = new Instance(store, clock, Exact, level, keeps: _ => false);

        await fussy.GetAsync();
        await other.GetAsync();

        Assert.Equal((2, 1), (store.Reads, other.Figures.Misses));
    }

    private Instance NewInstance() => new(store, clock, Exact, level);
}
