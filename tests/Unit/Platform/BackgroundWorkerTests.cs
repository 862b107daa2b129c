using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Stopping;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class BackgroundWorkerTests
{
    [Fact]
    public async Task Work_that_failed_is_shown_as_failed_and_done_again()
    {
        using var work = new Work(failures: 1);
        var board = new WorkBoard(TimeProvider.System);
        using var times = new StopTimes(new Started());
        using var worker = new BackgroundWorker<Work>(work, board, new(times), new Started(), NullLogger<BackgroundWorker<Work>>.Instance);

        await worker.StartAsync(CancellationToken.None);
        await work.RanAsync();
        work.Bell.Ring();
        await work.RanAsync();
        await worker.StopAsync(CancellationToken.None);

        var state = Assert.Single(board.States);
        Assert.Equal(("work", 1), (state.Name, state.Failures));
        Assert.Equal("It is away.", state.LastFailure);
        Assert.InRange(state.Runs, 1, 2);
    }

    [Fact]
    public async Task What_must_not_be_lost_is_done_once_when_it_stops()
    {
        using var work = new Work(failures: 0);
        using var times = new StopTimes(new Started());
        using var worker = new BackgroundWorker<Work>(work, new(TimeProvider.System), new(times), new Started(), NullLogger<BackgroundWorker<Work>>.Instance);
        await worker.StartAsync(CancellationToken.None);
        await work.RanAsync();
        Assert.Equal(0, work.Finished);

        await worker.StopAsync(CancellationToken.None);

        Assert.Equal(1, work.Finished);
    }

    [Fact]
    public async Task What_fails_at_the_end_is_tried_again_and_no_time_for_requests_is_no_time_for_it()
    {
        using var work = new Work(failures: 0) { FailuresAtTheEnd = 2 };
        using var times = new StopTimes(new Started());
        using var worker = new BackgroundWorker<Work>(work, new(TimeProvider.System), new(times), new Started(), NullLogger<BackgroundWorker<Work>>.Instance);
        await worker.StartAsync(CancellationToken.None);
        await work.RanAsync();

        await worker.StopAsync(new CancellationToken(canceled: true));

        Assert.Equal(3, work.Finished);
    }

    private sealed class Work(int failures) : IBackgroundWork, IDisposable
    {
        private readonly SemaphoreSlim runs = new(0);
        private int left = failures;

        public string Name => "work";

        public Bell Bell { get; } = new();

        public int Finished { get; private set; }

        public int FailuresAtTheEnd { get; init; }

        public Task RanAsync() => runs.WaitAsync();

        public Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
        {
            runs.Release();
            return left-- > 0 ? throw new InvalidOperationException("It is away.") : Task.FromResult(Timeout.InfiniteTimeSpan);
        }

        public Task FinishAsync()
        {
            Finished++;
            return Finished > FailuresAtTheEnd ? Task.CompletedTask : throw new InvalidOperationException("It is away.");
        }

        public void Dispose()
        {
            runs.Dispose();
            Bell.Dispose();
        }
    }

    private sealed class Started : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted { get; } = new(canceled: true);

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
