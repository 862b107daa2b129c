using SystemDesign.Platform.Outbox.Delivery;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(8, 128)]
    [InlineData(20, 300)]
    [InlineData(2_000, 300)]
    public void Waits_double_up_to_five_minutes_with_a_tenth_of_jitter(int attempts, int seconds)
    {
        for (var draw = 0; draw < 100; draw++)
        {
            Assert.InRange(RetrySchedule.DelayAfter(attempts).TotalSeconds, seconds, seconds * 1.1);
        }
    }
}
