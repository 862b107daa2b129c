using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>What somebody is told who came too often. No exception: refusing must cost less than serving.</summary>
internal static class LimitProblem
{
    public static async ValueTask WriteAsync(OnRejectedContext rejected)
    {
        var lease = (LimitLease)rejected.Lease;
        var http = rejected.HttpContext;
        lease.Announce(http.Response);
        http.Response.Headers.RetryAfter = lease.Quota.ResetSeconds.ToString(CultureInfo.InvariantCulture);

        // RFC 6585, section 4.
        http.Response.Headers.CacheControl = "no-store";
        await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new()
        {
            HttpContext = http,
            ProblemDetails = new() { Status = StatusCodes.Status429TooManyRequests, Detail = Explain(lease.Limit, lease.Quota) },
        });
    }

    private static string Explain(RateLimit limit, Quota quota)
    {
        var whose = limit.CountedBy is CountedBy.User ? "you" : "your address";
        return $"The limit '{limit.Name}' gives {whose} {limit.PerMinute} requests in any minute, and they are used up: "
            + $"wait {quota.ResetSeconds} s. {limit.Setting} sets it.";
    }
}
