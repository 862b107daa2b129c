using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Errors;

/// <summary>Problems with what only the database can tell: whether it is away.</summary>
internal sealed class ForeseenProblems(IDatabase database) : IProblems
{
    /// <summary>Whatever a database is away for, a moment later is a good time to ask again.</summary>
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(2);

    public ProblemDetails? Find(Exception exception)
    {
        var problem = Of(exception, CancellationToken.None);
        if (problem.Status is StatusCodes.Status500InternalServerError)
        {
            return null;
        }

        problem.Extensions.TryAdd("code", ProblemCodes.Of(problem.Status));
        if (WaitOf(exception, problem) is { } wait)
        {
            problem.Extensions["retryAfter"] = (int)Math.Ceiling(wait.TotalSeconds);
        }

        return problem;
    }

    /// <inheritdoc cref="Problems.Of"/>
    public ProblemDetails Of(Exception exception, CancellationToken aborted)
    {
        var problem = Problems.Of(exception, aborted);
        return problem.Status is StatusCodes.Status500InternalServerError && database.IsOutage(exception) ? Problems.Unavailable(Outage) : problem;
    }

    /// <returns>Nothing, if there is nothing to wait for.</returns>
    public static TimeSpan? WaitOf(Exception exception, ProblemDetails problem) =>
        exception is TooManyException { RetryAfter: var wait } ? wait
        : exception is LockedException { RetryAfter: var moment } ? moment
        : problem.Status is StatusCodes.Status503ServiceUnavailable ? Outage
        : null;
}
