namespace SystemDesign.Tests.Unit.Platform.Caching.Support;

/// <summary>A place where something waits until a test lets it go on.</summary>
internal sealed class Hold
{
    /// <summary>Longer than any test takes: what waits as long waits for ever, and fails instead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>For the test: it has got there.</summary>
    public Task Reached => reached.Task.WaitAsync(Patience);

    /// <summary>For the test: it may go on.</summary>
    public void Release() => released.SetResult();

    public Task PassAsync()
    {
        reached.SetResult();
        return released.Task;
    }
}
