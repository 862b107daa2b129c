using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Users.Presentation;

internal static class SessionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/login", LogInAsync).AllowAnonymous().LimitPerAddress("users.login", perMinute: 30)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPost("/refresh", RefreshAsync).AllowAnonymous().LimitPerAddress("users.refresh", perMinute: 60)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    /// <summary>Signs a user in.</summary>
    /// <response code="200">The tokens.</response>
    /// <response code="401"><c>users.wrong-credentials</c>: no such user name, or not its password.</response>
    /// <response code="429"><c>users.locked-out</c>: five wrong passwords; <c>Retry-After</c> says when to try again.</response>
    private static async Task<Ok<Tokens>> LogInAsync(LogIn request, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Answer(http, await mediator.Send(request, cancellationToken), "users.wrong-credentials", "The user name and the password do not belong together.");

    /// <summary>Exchanges a refresh token for new tokens.</summary>
    /// <response code="200">The new tokens; the old refresh token is spent.</response>
    /// <response code="401"><c>users.refresh-refused</c>: unknown, expired, or used before, and then its session has ended.</response>
    private static async Task<Ok<Tokens>> RefreshAsync(RefreshSession request, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Answer(http, await mediator.Send(request, cancellationToken), "users.refresh-refused", "This refresh token is not good any more: log in again.");

    private static Ok<Tokens> Answer(HttpContext http, Tokens? tokens, string refusal, string detail)
    {
        // RFC 6749, section 5.1.
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(tokens ?? throw new UnauthenticatedException(refusal, detail));
    }
}
