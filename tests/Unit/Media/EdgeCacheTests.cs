using SystemDesign.Media.Data.Edge;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Objects;

namespace SystemDesign.Tests.Unit.Media;

[Trait("Notes", "B2-22")]
public sealed class EdgeCacheTests : IDisposable
{
    private static readonly SegmentKey Key = new("picture", 0);

    private static readonly DeliveredObject Media =
        new($"{new string('a', 64)}.png", 4, "image/png", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, MediaTier.Hot, IsPublic: true);

    private readonly EdgeCache cache = new(new(), new(new SomeMeters()), new SilentSignals());
    private readonly TaskCompletionSource<MediaPart> store = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int reads;

    [Fact]
    public async Task A_hundred_that_miss_at_once_are_one_read_of_the_store()
    {
        var readers = Enumerable.Range(0, 100).Select(_ => GetAsync()).ToList();
        store.SetResult(Bytes(1, 2, 3, 4));

        Assert.All(await Task.WhenAll(readers), part => Assert.Equal([1, 2, 3, 4], part.Bytes.ToArray()));
        Assert.Equal([1, 2, 3, 4], (await GetAsync()).Bytes.ToArray());
        Assert.Equal(1, reads);
        Assert.Equal((1, 1, 99), (cache.Read().Hits, cache.Read().Misses, cache.Read().Shared));
    }

    [Fact]
    public async Task A_failure_is_everybodys_who_waited_and_is_not_kept()
    {
        var readers = Enumerable.Range(0, 10).Select(_ => GetAsync()).ToList();
        store.SetResult(new(MediaPartOutcome.Failed));

        Assert.All(await Task.WhenAll(readers), part => Assert.Equal(MediaPartOutcome.Failed, part.Outcome));
        var again = await cache.GetAsync(Key, Media, (_, _) => Task.FromResult(Bytes(5)), CancellationToken.None);
        Assert.Equal([5], again.Bytes.ToArray());
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_others_to_it_also_if_it_was_the_first()
    {
        using var patience = new CancellationTokenSource();
        var first = GetAsync(patience.Token);
        var other = GetAsync();

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        store.SetResult(Bytes(6));

        Assert.Equal([6], (await other).Bytes.ToArray());
        Assert.Equal([6], (await GetAsync()).Bytes.ToArray());
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task What_is_purged_while_it_is_read_is_not_kept_and_nobody_else_joins()
    {
        var before = GetAsync();
        cache.Purge(Key.Name);
        var after = cache.GetAsync(Key, Media, (_, _) => Task.FromResult(Bytes(8)), CancellationToken.None).AsTask();
        Assert.Equal([8], (await after).Bytes.ToArray());

        store.SetResult(Bytes(7));
        Assert.Equal([7], (await before).Bytes.ToArray());

        Assert.Equal([8], (await GetAsync()).Bytes.ToArray());
        cache.Purge(Key.Name);
        Assert.Equal((0, 0), (cache.Read().Segments, cache.Read().Bytes));
    }

    public void Dispose() => cache.Dispose();

    private Task<MediaPart> GetAsync(CancellationToken cancellationToken = default) => cache.GetAsync(
        Key,
        Media,
        (_, _) =>
        {
            Interlocked.Increment(ref reads);
            return store.Task;
        },
        cancellationToken).AsTask();

    private static MediaPart Bytes(params byte[] bytes) => new(MediaPartOutcome.Read, bytes);
}
