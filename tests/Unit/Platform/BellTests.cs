using SystemDesign.Platform.Background;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class BellTests
{
    [Fact]
    public async Task Rung_before_anybody_waits_it_is_heard_by_the_next_one_once()
    {
        using var bell = new Bell();
        bell.Ring();
        bell.Ring();

        await bell.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);

        Assert.False(bell.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Rung_again_after_it_was_heard_it_is_heard_again()
    {
        using var bell = new Bell();
        for (var ring = 0; ring < 3; ring++)
        {
            var waiting = bell.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
            bell.Ring();
            await waiting;
        }
    }

    [Fact]
    public async Task Patience_ends()
    {
        using var bell = new Bell();

        await bell.WaitAsync(TimeSpan.Zero, CancellationToken.None);
    }
}
