using Microsoft.AspNetCore.Http;

namespace SystemDesign.Media.Presentation;

/// <summary>An answer that may be another one a moment later, so that nobody in between keeps it.</summary>
internal sealed class NotStored<TResult>(TResult result) : IResult
    where TResult : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        return result.ExecuteAsync(httpContext);
    }
}
