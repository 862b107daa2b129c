using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Tests.Unit.Kernel;

public sealed class ClockTests
{
    [Fact]
    public void Now_is_what_the_clock_says_cut_to_microseconds() => Prop.ForAll<long>(seed =>
    {
        var instant = DateTimeOffset.UnixEpoch.AddTicks(seed % TimeSpan.TicksPerDay * 20_000);

        var now = new Fixed(instant).Now();

        return now.Ticks % TimeSpan.TicksPerMicrosecond == 0
            && now <= instant
            && instant - now < TimeSpan.FromMicroseconds(1)
            && now.Offset == TimeSpan.Zero;
    }).QuickCheckThrowOnFailure();

    private sealed class Fixed(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
