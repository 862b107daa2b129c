using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>A database that takes nothing until the test lets it.</summary>
internal sealed class HeldTransactions
{
    private TaskCompletionSource? reached;
    private TaskCompletionSource released = new();

    /// <returns>Ends when somebody waits.</returns>
    public Task Begin()
    {
        released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return reached.Task;
    }

    public void End()
    {
        reached = null;
        released.SetResult();
    }

    public ITransactions<UrlShortenerDb> Around(ITransactions<UrlShortenerDb> inner) => new Transactions(this, inner);

    private sealed class Transactions(HeldTransactions hold, ITransactions<UrlShortenerDb> inner) : ITransactions<UrlShortenerDb>
    {
        public async Task RunAsync(UrlShortenerDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
        {
            if (hold.reached is { } waits)
            {
                waits.TrySetResult();
                await hold.released.Task;
            }

            await inner.RunAsync(db, work, cancellationToken);
        }
    }
}
