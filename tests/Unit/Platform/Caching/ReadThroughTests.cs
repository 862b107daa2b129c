using SystemDesign.Platform.Caching;
using SystemDesign.Tests.Unit.Platform.Caching.Support;

namespace SystemDesign.Tests.Unit.Platform.Caching;

/// <summary>One instance without a second level, which is how the application starts.</summary>
[Trait("Notes", "B2-13")]
public sealed class ReadThroughTests : IDisposable
{
    private static readonly CacheOptions Exact = new() { Jitter = 0 };

    private readonly ManualClock clock = new();
    private readonly Store store = new() { ["key"] = "value" };
    private readonly Instance cache;

    public ReadThroughTests() => cache = new(store, clock, Exact);

    public void Dispose() => cache.Dispose();

    [Fact]
    public async Task The_first_read_asks_the_store_and_the_next_99_do_not()
    {
        for (var read = 0; read < 100; read++)
        {
            Assert.Equal("value", await cache.GetAsync());
        }

        Assert.Equal(1, store.Reads);
        Assert.Equal((99, 1, 1), (cache.Figures.FirstLevelHits, cache.Figures.Misses, cache.Figures.Loads));
    }

    [Fact]
    public async Task Of_100_that_miss_at_once_one_asks_the_store()
    {
        var hold = store.HoldNextRead();
        var all = Enumerable.Range(0, 100).Select(_ => cache.GetAsync()).ToList();
        await hold.Reached;
        hold.Release();

        Assert.All(await Task.WhenAll(all), value => Assert.Equal("value", value));
        Assert.Equal(1, store.Reads);
        Assert.Equal((100, 1), (cache.Figures.Misses, cache.Figures.Loads));
    }

    [Fact]
    public async Task Of_100_on_all_processors_one_asks_the_store()
    {
        for (var round = 0; round < 100; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => cache.GetAsync($"key {round}"))));
        }

        Assert.Equal(100, store.Reads);
    }

    [Fact]
    public async Task What_is_not_to_be_kept_is_asked_for_each_time_but_once_for_those_who_ask_together()
    {
        using var fussy = new Instance(store, clock, Exact, keeps: value => value != "value");
        var hold = store.HoldNextRead();
        var together = Enumerable.Range(0, 100).Select(_ => fussy.GetAsync()).ToList();
        await hold.Reached;
        hold.Release();

        Assert.All(await Task.WhenAll(together), value => Assert.Equal("value", value));
        Assert.Equal((1, 0), (store.Reads, fussy.Figures.Entries));
        await fussy.GetAsync();
        Assert.Equal(2, store.Reads);
        store["key"] = "to be kept";
        await fussy.GetAsync();
        await fussy.GetAsync();
        Assert.Equal((3, 1), (store.Reads, fussy.Figures.Entries));
    }

    [Fact]
    public async Task Keys_do_not_wait_for_each_other()
    {
        store["other"] = "other value";
        var hold = store.HoldNextRead();
        var waiting = cache.GetAsync();
        await hold.Reached;

        Assert.Equal("other value", await cache.GetAsync("other"));

        hold.Release();
        await waiting;
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_wait_and_to_nobody_later()
    {
        store.Failure = new TimeoutException("no answer");
        var hold = store.HoldNextRead();
        var all = Enumerable.Range(0, 10).Select(_ => cache.GetAsync()).ToList();
        await hold.Reached;
        store.Failure = null;
        hold.Release();

        foreach (var waiting in all)
        {
            Assert.Equal("no answer", (await Assert.ThrowsAsync<TimeoutException>(() => waiting)).Message);
        }

        Assert.Equal("value", await cache.GetAsync());
        Assert.Equal((2, 1), (store.Reads, cache.Figures.LoadFailures));
    }

    [Fact]
    public async Task Whoever_gives_up_leaves_the_others_their_answer()
    {
        using var patience = new CancellationTokenSource();
        var hold = store.HoldNextRead();
        var first = cache.ReadThrough.GetAsync("key", patience.Token).AsTask();
        var second = cache.GetAsync();
        await hold.Reached;
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        hold.Release();

        Assert.Equal("value", await second);
        Assert.Equal("value", await cache.GetAsync());
        Assert.Equal(1, store.Reads);
    }

    [Fact]
    public async Task A_change_behind_its_back_goes_unseen_for_a_lifetime_and_no_longer()
    {
        await cache.GetAsync();
        store["key"] = "changed";

        clock.Advance(Exact.FirstLevelLifetime - TimeSpan.FromTicks(1));
        Assert.Equal("value", await cache.GetAsync());

        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("changed", await cache.GetAsync());
    }

    [Fact]
    public async Task A_lifetime_begins_with_the_load_and_not_with_its_end()
    {
        var hold = store.HoldNextRead();
        var slow = cache.GetAsync();
        await hold.Reached;
        store["key"] = "changed";
        clock.Advance(Exact.FirstLevelLifetime);
        hold.Release();
        Assert.Equal("value", await slow);

        Assert.Equal("changed", await cache.GetAsync());
    }

    [Fact]
    public async Task What_was_loaded_together_ends_one_by_one_and_never_late()
    {
        const int Keys = 1_000;
        using var jittered = new Instance(store, clock, new CacheOptions { Jitter = 0.1, FirstLevelLifetime = TimeSpan.FromSeconds(10) });
        await ReadAllAsync();

        clock.Advance(TimeSpan.FromSeconds(9));
        await ReadAllAsync();
        Assert.Equal(Keys, store.Reads);

        clock.Advance(TimeSpan.FromSeconds(0.5));
        await ReadAllAsync();
        Assert.InRange(store.Reads, Keys + 300, Keys + 700);

        clock.Advance(TimeSpan.FromSeconds(0.5));
        await ReadAllAsync();
        Assert.Equal(2 * Keys, store.Reads);

        async Task ReadAllAsync()
        {
            for (var key = 0; key < Keys; key++)
            {
                store[$"{key}"] = "value";
                await jittered.GetAsync($"{key}");
            }
        }
    }

    [Fact]
    public async Task That_there_is_none_is_remembered_for_a_shorter_time()
    {
        await cache.GetAsync();
        Assert.Null(await cache.GetAsync("none"));
        Assert.Null(await cache.GetAsync("none"));
        Assert.Equal((2, 1), (store.Reads, cache.Figures.NegativeHits));
        store["none"] = "now there is";

        clock.Advance(Exact.AbsenceLifetime - TimeSpan.FromTicks(1));
        Assert.Null(await cache.GetAsync("none"));

        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("now there is", await cache.GetAsync("none"));
        Assert.Equal("value", await cache.GetAsync());
        Assert.Equal(3, store.Reads);
    }

    [Fact]
    public async Task That_there_is_none_is_forgotten_like_anything_else()
    {
        Assert.Null(await cache.GetAsync("none"));
        store["none"] = "now there is";

        await cache.ReadThrough.RemoveAsync("none");

        Assert.Equal("now there is", await cache.GetAsync("none"));
    }

    [Fact]
    public async Task A_load_that_began_before_a_change_is_neither_joined_nor_kept_after_it()
    {
        var hold = store.HoldNextRead();
        var before = cache.GetAsync();
        await hold.Reached;
        store["key"] = "changed";
        await cache.ReadThrough.RemoveAsync("key");

        Assert.Equal("changed", await cache.GetAsync());

        hold.Release();
        Assert.Equal("value", await before);
        Assert.Equal("changed", await cache.GetAsync());
        Assert.Equal((2, 1), (store.Reads, cache.Figures.FirstLevelHits));
    }

    [Fact]
    public async Task A_load_that_fails_after_a_change_does_not_end_the_one_that_began_after_it()
    {
        store.Failure = new TimeoutException();
        var failing = store.HoldNextRead();
        var before = cache.GetAsync();
        await failing.Reached;
        store.Failure = null;
        await cache.ReadThrough.RemoveAsync("key");
        var hold = store.HoldNextRead();
        var after = cache.GetAsync();
        await hold.Reached;

        failing.Release();
        await Assert.ThrowsAsync<TimeoutException>(() => before);
        var joined = cache.GetAsync();
        hold.Release();

        Assert.All(await Task.WhenAll(after, joined), value => Assert.Equal("value", value));
        Assert.Equal(2, store.Reads);
    }

    [Fact]
    public async Task It_never_keeps_more_than_its_limit_and_what_is_used_often_stays()
    {
        using var small = new Instance(store, clock, Exact with { Limit = 100 });
        await small.GetAsync();
        for (var key = 0; key < 1_000; key++)
        {
            await small.GetAsync($"asked for once {key}");
            await small.GetAsync();
            Assert.InRange(small.Figures.Entries, 1, 100);
        }

        Assert.Equal((100, 100, 901), (small.Figures.Entries, small.Figures.Limit, small.Figures.Evictions));
        Assert.Equal((1_001, 1_000), (store.Reads, small.Figures.FirstLevelHits));
    }

    [Fact]
    public async Task It_keeps_to_its_limit_with_all_processors_at_it()
    {
        using var small = new Instance(store, clock, Exact with { Limit = 10 });

        await Task.WhenAll(Enumerable.Range(0, 50).Select(worker => Task.Run(async () =>
        {
            for (var step = 0; step < 200; step++)
            {
                await small.GetAsync($"{(worker * step) % 37}");
                if (step % 5 == 0)
                {
                    await small.ReadThrough.RemoveAsync($"{step % 37}");
                }

                Assert.InRange(small.Figures.Entries, 0, 10);
            }
        })));
    }
}
