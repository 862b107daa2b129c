using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>A database that takes nothing for as long as a test holds it.</summary>
internal sealed class HeldTransactions
{
    private Hold? held;

    /// <summary>From now on, until it is disposed of.</summary>
    public Hold Begin() => held = new();

    public ITransactions<UrlShortenerDb> Around(ITransactions<UrlShortenerDb> inner) => new Transactions(this, inner);

    internal sealed class Hold : IDisposable
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>For the test: somebody waits.</summary>
        public Task Reached => reached.Task;

        public Task PassAsync()
        {
            reached.TrySetResult();
            return released.Task;
        }

        public void Dispose() => released.TrySetResult();
    }

    private sealed class Transactions(HeldTransactions transactions, ITransactions<UrlShortenerDb> inner) : ITransactions<UrlShortenerDb>
    {
        public async Task RunAsync(UrlShortenerDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
        {
            await (transactions.held?.PassAsync() ?? Task.CompletedTask);
            await inner.RunAsync(db, work, cancellationToken);
        }
    }
}
