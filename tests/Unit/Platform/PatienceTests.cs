using SystemDesign.Platform.Outbox.Delivery;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class PatienceTests
{
    [Fact]
    public async Task It_is_over_when_all_of_it_has_passed()
    {
        await using var patience = new Patience(TimeSpan.FromMilliseconds(90));
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = patience.Over.Register(over.SetResult);

        await over.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(1, patience.Passed);
    }

    [Fact]
    public async Task It_has_not_passed_when_it_begins()
    {
        await using var patience = new Patience(TimeSpan.FromHours(1));

        Assert.Equal(0, patience.Passed);
        Assert.False(patience.Over.IsCancellationRequested);
    }
}
