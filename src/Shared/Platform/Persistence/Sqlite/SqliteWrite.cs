using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>One caller's work on its way through the <see cref="SqliteWriter"/>.</summary>
internal abstract class SqliteWrite(CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long asked = Stopwatch.GetTimestamp();
    private Exception? failure;

    /// <summary>Ends when the work is on disk, or with what undid it.</summary>
    public Task Settled => settled.Task;

    public TimeSpan Waited => Stopwatch.GetElapsedTime(asked);

    /// <summary>Makes the work a part of the transaction, and keeps for its caller what it failed on.</summary>
    public async Task RunAsync(SqliteConnection connection, SqliteTransaction transaction)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await WriteAsync(connection, transaction);
        }
        catch (Exception exception)
        {
            failure = exception;
        }
    }

    /// <summary>
    /// Tells the caller, now that the transaction has ended. Not before, even when the work failed: what it failed on
    /// may be a row of the same batch, which the caller could not see yet, and which would be gone if the commit failed.
    /// </summary>
    public void Settle(Exception? commitFailure)
    {
        if ((commitFailure ?? failure) is { } exception)
        {
            settled.SetException(exception);
        }
        else
        {
            settled.SetResult();
        }
    }

    /// <summary>Once begun it is not given up: those behind it in the batch would pay for it.</summary>
    protected abstract Task WriteAsync(SqliteConnection connection, SqliteTransaction transaction);
}
