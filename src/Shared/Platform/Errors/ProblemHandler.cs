using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Errors;

/// <summary>The one place where a failure becomes an answer: problem details as RFC 9457 has them.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems, IDatabase database) : IExceptionHandler
{
    /// <summary>Whatever a database is away for, a moment later is a good time to ask again.</summary>
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Problems.Of(exception, httpContext.RequestAborted);
        if (problem.Status is StatusCodes.Status500InternalServerError && database.IsOutage(exception))
        {
            problem = Problems.Unavailable(Outage);
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        if (WaitOf(exception, problem) is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static TimeSpan? WaitOf(Exception exception, ProblemDetails problem) =>
        exception is TooManyException { RetryAfter: var wait } ? wait
        : problem.Status is StatusCodes.Status503ServiceUnavailable ? Outage
        : null;
}
