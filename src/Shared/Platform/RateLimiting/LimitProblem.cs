using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>What somebody is told who came too often. No exception: refusing must cost less than serving.</summary>
internal static class LimitProblem
{
    /// <summary>While it cannot be counted, this many seconds is a good time to ask again: what is away is looked for every second.</summary>
    private const long SecondsOfOutage = 2;

    public static ValueTask WriteAsync(OnRejectedContext rejected) => rejected.Lease switch
    {
        UncountedLease uncounted => WriteAsync(
            rejected.HttpContext,
            StatusCodes.Status503ServiceUnavailable,
            SecondsOfOutage,
            $"The limit '{uncounted.Limit.Name}' cannot be counted at the moment, and nothing is done without it: try again in {SecondsOfOutage} s."),
        LimitLease lease => RefuseAsync(rejected.HttpContext, lease),
        _ => throw new InvalidOperationException($"{rejected.Lease.GetType()} has no problem; give it one here."),
    };

    private static ValueTask RefuseAsync(HttpContext http, LimitLease lease)
    {
        lease.Announce(http.Response);
        return WriteAsync(http, StatusCodes.Status429TooManyRequests, lease.Quota.ResetSeconds, Explain(lease.Limit, lease.Quota));
    }

    private static async ValueTask WriteAsync(HttpContext http, int status, long retryAfterSeconds, string detail)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = retryAfterSeconds.ToString(CultureInfo.InvariantCulture);

        // RFC 6585, section 4.
        http.Response.Headers.CacheControl = "no-store";
        await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new()
        {
            HttpContext = http,
            ProblemDetails = new() { Status = status, Detail = detail },
        });
    }

    private static string Explain(RateLimit limit, Quota quota)
    {
        var whose = limit.CountedBy is CountedBy.User ? "you" : "your address";
        return $"The limit '{limit.Name}' gives {whose} {limit.PerMinute} requests in any minute, and they are used up: "
            + $"wait {quota.ResetSeconds} s. {limit.Setting} sets it.";
    }
}
