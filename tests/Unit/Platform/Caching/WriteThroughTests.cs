using SystemDesign.Platform.Caching;
using SystemDesign.Tests.Unit.Platform.Caching.Support;

namespace SystemDesign.Tests.Unit.Platform.Caching;

[Trait("Notes", "B2-14")]
public sealed class WriteThroughTests
{
    private readonly ManualClock clock = new();
    private readonly Store store = new() { ["key"] = "0" };
    private readonly Lock commits = new();
    private int commit;

    [Fact]
    public async Task A_read_after_a_write_needs_no_store_and_the_write_costs_a_read_more()
    {
        using var cache = new Instance(store, clock);
        for (var write = 1; write <= 10; write++)
        {
            Commit();
            await cache.WriteThrough.UpdateAsync("key");
            Assert.Equal(write, store.Reads);

            Assert.Equal($"{write}", await cache.WriteThrough.GetAsync("key", CancellationToken.None));
            Assert.Equal(write, store.Reads);
        }

        Assert.Equal((10, 0), (cache.Figures.FirstLevelHits, cache.Figures.Misses));
    }

    [Fact]
    public async Task After_a_write_every_instance_that_hears_of_it_reads_the_new_value()
    {
        var broadcast = new Broadcast();
        var level = new SharedLevel();
        using var one = new Instance(store, clock, null, level, broadcast);
        using var other = new Instance(store, clock, null, level, broadcast);
        await other.GetAsync();

        Commit();
        await one.WriteThrough.UpdateAsync("key");

        Assert.Equal("1", await other.GetAsync());
        Assert.Equal((2, 1), (store.Reads, other.Figures.SecondLevelHits));
    }

    [Fact]
    public async Task Whoever_committed_first_and_comes_last_puts_in_no_old_value()
    {
        using var cache = new Instance(store, clock);
        Commit();
        Commit();
        await cache.WriteThrough.UpdateAsync("key");

        await cache.WriteThrough.UpdateAsync("key");

        Assert.Equal("2", await cache.GetAsync());
    }

    [Fact]
    public async Task What_was_read_for_one_write_does_not_count_after_the_next()
    {
        using var cache = new Instance(store, clock);
        Commit();
        var hold = store.HoldNextRead();
        var first = cache.WriteThrough.UpdateAsync("key");
        await hold.Reached;
        Commit();
        await cache.WriteThrough.UpdateAsync("key");
        hold.Release();
        await first;

        Assert.Equal("2", await cache.GetAsync());
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_after_a_write_fails_no_write_and_leaves_no_old_value()
    {
        using var cache = new Instance(store, clock);
        await cache.GetAsync();
        Commit();
        store.Failure = new TimeoutException("gone");

        await cache.WriteThrough.UpdateAsync("key");

        store.Failure = null;
        Assert.Equal("1", await cache.GetAsync());
        Assert.Equal(1, cache.Figures.LoadFailures);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_50_who_write_at_once_through_two_instances_it_is_never_older_than_the_store_at_rest(bool isTold)
    {
        for (var round = 0; round < 50; round++)
        {
            var level = new SharedLevel();
            var broadcast = isTold ? new Broadcast() : null;
            using var one = new Instance(store, clock, null, level, broadcast);
            using var other = new Instance(store, clock, null, level, broadcast);
            using var onlySecondLevel = new Instance(store, clock, null, level);

            await Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(async () =>
            {
                var instance = writer % 2 == 0 ? one : other;
                await instance.GetAsync();
                Commit();
                await instance.WriteThrough.UpdateAsync("key");
                await instance.GetAsync();
            })));

            Assert.Equal(store["key"], await onlySecondLevel.GetAsync());
            if (!isTold)
            {
                clock.Advance(new CacheOptions().FirstLevelLifetime);
            }

            Assert.Equal(store["key"], await one.GetAsync());
            Assert.Equal(store["key"], await other.GetAsync());
            Assert.Equal(0, one.Figures.SecondLevelFailures + other.Figures.SecondLevelFailures);
        }
    }

    /// <summary>What a transaction does: the last one in the store is the last one that committed.</summary>
    private void Commit()
    {
        lock (commits)
        {
            store["key"] = $"{++commit}";
        }
    }
}
