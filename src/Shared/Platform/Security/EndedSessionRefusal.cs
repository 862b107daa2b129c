using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SystemDesign.Platform.Security;

/// <summary>
/// An access token outlives its session by up to ten minutes, unless somebody looks: this does, with each request. Who shows such
/// a token is nobody, as with one that has expired; where that is not enough, the refusal says why.
/// </summary>
internal static class EndedSessionRefusal
{
    private const string Code = "session-ended";

    public static void UseEndedSessions(this IApplicationBuilder app) => app.Use(next =>
    {
        var ended = app.ApplicationServices.GetRequiredService<EndedSessions>();
        return async context =>
        {
            if (context.User is { Identity.IsAuthenticated: true } user && await ended.ContainsAsync(SessionOf(user), context.RequestAborted))
            {
                context.User = new(new ClaimsIdentity());
                context.Features.Set(new Refused());
            }

            await next(context);
        };
    });

    public static void Explain(ProblemDetailsContext context)
    {
        if (context.ProblemDetails.Status is StatusCodes.Status401Unauthorized
            && context.HttpContext.Features.Get<Refused>() is not null
            && context.ProblemDetails.Extensions.TryAdd("code", Code))
        {
            context.ProblemDetails.Detail = "The session of this access token has ended: log in again.";
        }
    }

    private static Guid SessionOf(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimNames.SessionId)!, CultureInfo.InvariantCulture);

    /// <summary>On a request: its token was good, but for its session.</summary>
    private sealed class Refused;
}
