using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Paging;
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
        api.MapPost("/logout", LogOutAsync).ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/sessions", ListAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapDelete("/sessions/{id:guid}", EndAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Signs a user in.</summary>
    /// <response code="200">The tokens.</response>
    /// <response code="401"><c>users.wrong-credentials</c>: no such user name, or not its password.</response>
    /// <response code="429"><c>users.locked-out</c>: five wrong passwords; <c>Retry-After</c> says when to try again.</response>
    private static async Task<Ok<Tokens>> LogInAsync(LogIn request, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Answer(http, await mediator.Send(request with { UserAgent = http.Request.Headers.UserAgent }, cancellationToken), "users.wrong-credentials", "The user name and the password do not belong together.");

    /// <summary>Exchanges a refresh token for new tokens.</summary>
    /// <response code="200">The new tokens; the old refresh token is spent.</response>
    /// <response code="401"><c>users.refresh-refused</c>: unknown, expired, or used before, and then its session has ended.</response>
    private static async Task<Ok<Tokens>> RefreshAsync(RefreshSession request, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Answer(http, await mediator.Send(request, cancellationToken), "users.refresh-refused", "This refresh token is not good any more: log in again.");

    /// <summary>Signs out whoever asks, here and nowhere else.</summary>
    /// <response code="204">The session has ended; neither its access tokens nor its refresh token are good any more.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<NoContent> LogOutAsync(IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new LogOut(), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Where I am signed in, the newest first.</summary>
    /// <param name="page">Which part of the list.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<MySession>>> ListAsync(PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMySessions(page.Value), cancellationToken));

    /// <summary>Signs me out somewhere.</summary>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">As listed.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">The session has ended; neither its access tokens nor its refresh token are good any more.</response>
    /// <response code="400"><c>invalid-input</c>: an id of zeros.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>users.session-not-found</c>: there is none, it is not mine, or it has ended.</response>
    private static async Task<NoContent> EndAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndMySession(id), cancellationToken);
        return TypedResults.NoContent();
    }

    private static Ok<Tokens> Answer(HttpContext http, Tokens? tokens, string refusal, string detail)
    {
        // RFC 6749, section 5.1.
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(tokens ?? throw new UnauthenticatedException(refusal, detail));
    }
}
