using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Presentation;

internal static class AccountEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/register", RegisterAsync).AllowAnonymous().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/me", ReadMeAsync).ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    /// <summary>Registers an account.</summary>
    /// <response code="201">Registered; log in next.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="409"><c>users.user-name-taken</c> or <c>users.email-taken</c>.</response>
    private static async Task<Created<Account>> RegisterAsync(RegisterAccount request, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created("/api/users/me", await mediator.Send(request, cancellationToken));

    /// <summary>The account of whoever asks.</summary>
    /// <response code="200">The account.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Account>> ReadMeAsync(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadMyAccount(), cancellationToken));
}
