using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace SystemDesign.Platform.Errors;

/// <summary>The one place where a failure becomes an answer: problem details as RFC 9457 has them.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems, ForeseenProblems foreseen) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = foreseen.Of(exception, httpContext.RequestAborted);
        httpContext.Response.StatusCode = problem.Status!.Value;
        if (ForeseenProblems.WaitOf(exception, problem) is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }
}
