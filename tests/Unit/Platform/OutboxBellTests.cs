using System.Collections.Concurrent;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Security;
using SystemDesign.Platform.Signals;
using SystemDesign.Tests.Unit.Platform.Caching.Support;

namespace SystemDesign.Tests.Unit.Platform;

[Trait("Notes", "B1")]
public sealed class OutboxBellTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ManualClock clock = new();
    private readonly Line line = new();
    private readonly OutboxBell<PlatformDb> bell;

    public OutboxBellTests() => bell = new(line, new ModuleDatabase<PlatformDb>("platform"), clock);

    public void Dispose() => bell.Dispose();

    [Fact]
    public async Task Rung_it_wakes_this_instance_and_calls_the_others()
    {
        bell.Ring();

        await bell.Bell.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        Assert.Equal(["outbox:platform"], line.Sent);
    }

    [Fact]
    public void The_others_are_called_at_once_and_then_once_for_all_that_a_pause_brought()
    {
        for (var ring = 0; ring < 1_000; ring++)
        {
            bell.Ring();
        }

        Assert.Single(line.Sent);
        clock.Advance(Pause);
        Assert.Equal(2, line.Sent.Count);
        clock.Advance(Pause);
        clock.Advance(Pause);
        Assert.Equal(2, line.Sent.Count);

        bell.Ring();

        Assert.Equal(3, line.Sent.Count);
    }

    [Fact]
    public async Task With_50_who_ring_at_once_the_last_one_is_told_in_the_end()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(bell.Ring)));
        clock.Advance(Pause);

        Assert.InRange(line.Sent.Count, 1, 2);
        var told = line.Sent.Count;
        clock.Advance(Pause);
        bell.Ring();
        Assert.Equal(told + 1, line.Sent.Count);
    }

    [Fact]
    public async Task Called_by_others_it_wakes_this_instance_and_calls_nobody()
    {
        line.Hear!(string.Empty);

        await bell.Bell.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        Assert.Empty(line.Sent);
    }

    private sealed class Line : ISignals
    {
        public ConcurrentQueue<string> Sent { get; } = new();

        public Action<string>? Hear { get; private set; }

        public Task<bool> SendAsync(string channel, string content)
        {
            Sent.Enqueue(channel);
            return Task.FromResult(true);
        }

        public IDisposable Subscribe(string channel, Action<string> hear)
        {
            Hear = hear;
            return new MemoryStream();
        }
    }
}
