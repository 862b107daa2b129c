using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Platform.Errors;

/// <summary>The one place where a failure becomes an answer: problem details as RFC 9457 has them.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Problems.Of(exception, httpContext.RequestAborted);
        httpContext.Response.StatusCode = problem.Status!.Value;
        if (exception is TooManyException { RetryAfter: var wait })
        {
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }
}
