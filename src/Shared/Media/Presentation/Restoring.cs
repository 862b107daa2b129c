using System.Globalization;
using Microsoft.AspNetCore.Http;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Tiers;

namespace SystemDesign.Media.Presentation;

/// <summary>202: what was asked for is on its way.</summary>
internal sealed class Restoring(ColdOptions cold) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.RetryAfter = cold.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        var body = new MediaRestoring(
            "media.restoring",
            $"Nobody had read this for long, and it was put away. It is being brought back: ask again in {cold.RetryAfterSeconds} s.",
            cold.RetryAfterSeconds);
        return TypedResults.Json(body, statusCode: StatusCodes.Status202Accepted).ExecuteAsync(httpContext);
    }
}
