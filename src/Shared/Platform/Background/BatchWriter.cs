namespace SystemDesign.Platform.Background;

/// <summary>
/// Writes what is gathered in memory a batch at a time: one that failed before the next, and as it was, since nobody knows what became of it.
/// A batch has an id, by which whoever writes it finds that it was written after all.
/// </summary>
/// <typeparam name="TBatch">Nothing is added to it once it is taken.</typeparam>
public sealed class BatchWriter<TBatch> : IDisposable
    where TBatch : class
{
    private readonly SemaphoreSlim turn = new(1);
    private TBatch? unsettled;

    /// <param name="take">All that is gathered, as a batch; nothing if there is nothing.</param>
    /// <param name="write">Called again, with the same batch, until it succeeds.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> WriteAsync(Func<TBatch?> take, Func<TBatch, Task> write)
    {
        ArgumentNullException.ThrowIfNull(take);
        ArgumentNullException.ThrowIfNull(write);
        await turn.WaitAsync();
        try
        {
            unsettled ??= take();
            if (unsettled is null)
            {
                return false;
            }

            await write(unsettled);
            unsettled = null;
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
