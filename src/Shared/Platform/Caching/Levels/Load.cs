namespace SystemDesign.Platform.Caching.Levels;

/// <summary>A question that is on its way to the store, and those who wait for the answer.</summary>
/// <param name="key">What is asked for.</param>
/// <param name="started">By the clock's timestamp.</param>
internal sealed class Load<TKey, TValue>(TKey key, long started)
{
    private readonly TaskCompletionSource<Found<TValue>> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isForgotten;

    public TKey Key => key;

    public long Started => started;

    public Task<Found<TValue>> Result => answer.Task;

    /// <summary>
    /// The store changed after it was asked. Those who asked before may still have the answer; it is not kept, and nobody
    /// else joins.
    /// </summary>
    public bool IsForgotten => isForgotten;

    public void Forget() => isForgotten = true;

    public void Answer(Found<TValue> found) => answer.SetResult(found);

    public void Fail(Exception exception)
    {
        answer.SetException(exception);

        // Perhaps nobody waits any more; then nobody needs to look at it.
        _ = answer.Task.Exception;
    }
}
