using SystemDesign.Tests.Unit.Platform.Caching.Support;

namespace SystemDesign.Tests.Unit.Platform.Caching;

/// <summary>Instances that tell each other of changes.</summary>
[Trait("Notes", "B2-13")]
public sealed class InvalidationTests : IDisposable
{
    private const string Channel = $"cache:{Instance.CacheName}";

    private readonly ManualClock clock = new();
    private readonly Store store = new() { ["key"] = "value" };
    private readonly Broadcast broadcast = new();
    private readonly Instance one;
    private readonly Instance other;

    public InvalidationTests()
    {
        one = new(store, clock, broadcast: broadcast);
        other = new(store, clock, broadcast: broadcast);
    }

    public void Dispose()
    {
        one.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task A_change_is_seen_everywhere_when_the_call_returns()
    {
        await one.GetAsync();
        await other.GetAsync();
        store["key"] = "changed";

        await one.ReadThrough.RemoveAsync("key");

        Assert.Equal("changed", await other.GetAsync());
        Assert.Equal((Channel, "\"key\""), broadcast.Sent.Single());
    }

    [Fact]
    public async Task A_load_that_another_instance_began_before_the_change_is_not_kept()
    {
        var hold = store.HoldNextRead();
        var before = other.GetAsync();
        await hold.Reached;
        store["key"] = "changed";
        await one.ReadThrough.RemoveAsync("key");
        hold.Release();
        await before;

        Assert.Equal("changed", await other.GetAsync());
    }

    [Fact]
    public async Task Of_another_cache_it_hears_nothing()
    {
        await one.GetAsync();

        await broadcast.Join().SendAsync("cache:tests.others", "\"key\"");

        await one.GetAsync();
        Assert.Equal(1, store.Reads);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_key_of_another_builds_shape_does_no_harm(string key)
    {
        await one.GetAsync();

        await broadcast.Join().SendAsync(Channel, key);

        await one.GetAsync();
        Assert.Equal(1, store.Reads);
    }

    [Fact]
    public async Task When_nobody_can_be_told_the_change_stands_and_is_counted()
    {
        await one.GetAsync();
        store["key"] = "changed";
        broadcast.IsDown = true;

        await one.ReadThrough.RemoveAsync("key");

        Assert.Equal("changed", await one.GetAsync());
        Assert.Equal(1, one.Figures.BroadcastFailures);
    }

    [Fact]
    public void An_instance_that_is_gone_listens_no_more()
    {
        one.Dispose();

        Assert.Equal(1, broadcast.Listeners);
    }
}
