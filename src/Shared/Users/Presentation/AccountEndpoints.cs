using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Editing;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Presentation;

internal static class AccountEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/register", RegisterAsync).AllowAnonymous().LimitPerAddress("users.register", perMinute: 20)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/me", ReadMeAsync).Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapPatch("/me", EditMeAsync).AcceptsMergePatch<EditMyAccount>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        api.MapDelete("/me", DeleteMeAsync).LimitPerUser("users.password", perMinute: 20)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPut("/me/password", ChangePasswordAsync).LimitPerUser("users.password", perMinute: 20)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Registers an account.</summary>
    /// <response code="201">Registered; log in next.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="409"><c>users.user-name-taken</c>: somebody has this name, or one that looks like it. <c>users.email-taken</c>: somebody has this address.</response>
    private static async Task<Created<Account>> RegisterAsync(RegisterAccount request, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created("/api/users/me", await mediator.Send(request, cancellationToken));

    /// <summary>The account of whoever asks.</summary>
    /// <response code="200">The account, and in <c>ETag</c> its version.</response>
    /// <response code="304">The version named in <c>If-None-Match</c> is still the current one.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Account>> ReadMeAsync(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadMyAccount(), cancellationToken));

    /// <summary>Deletes the account of whoever asks, and everything of theirs in every case.</summary>
    /// <response code="204">
    /// Deleted; access tokens are refused from now on. What other modules keep is erased as they hear of it, usually within a second;
    /// answers kept so that a request can be repeated last their 24 hours, for nobody to see.
    /// </response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="401"><c>users.wrong-credentials</c>: not the account's password; or the access token is not good any more.</response>
    /// <response code="429"><c>users.locked-out</c>: five wrong passwords; <c>Retry-After</c> says when to try again.</response>
    private static async Task<NoContent> DeleteMeAsync([FromBody] DeleteMyAccount request, IMediator mediator, CancellationToken cancellationToken) =>
        await mediator.Send(request, cancellationToken) ? TypedResults.NoContent() : throw WrongPassword("password");

    /// <summary>Changes the password of whoever asks.</summary>
    /// <response code="204">Changed. All other sessions have ended, and their access tokens are refused; this one goes on.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="401"><c>users.wrong-credentials</c>: not the account's password; or the access token is not good any more.</response>
    /// <response code="429"><c>users.locked-out</c>: five wrong passwords; <c>Retry-After</c> says when to try again.</response>
    private static async Task<NoContent> ChangePasswordAsync(ChangeMyPassword request, IMediator mediator, CancellationToken cancellationToken) =>
        await mediator.Send(request, cancellationToken) ? TypedResults.NoContent() : throw WrongPassword("currentPassword");

    /// <summary>Changes the account of whoever asks.</summary>
    /// <param name="request">What is left out stays.</param>
    /// <param name="precondition">From the headers.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The account as it is now, and in <c>ETag</c> its new version. Access tokens carry the old display name until they are refreshed.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="412"><c>precondition-failed</c>: the version in <c>If-Match</c> is not the current one any more.</response>
    /// <response code="415">No merge patch; <c>Accept-Patch</c> says what is.</response>
    private static async Task<Ok<Account>> EditMeAsync(
        EditMyAccount request, RequestPrecondition precondition, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(request with { Precondition = precondition.Value }, cancellationToken));

    private static UnauthenticatedException WrongPassword(string field) =>
        new("users.wrong-credentials", "That is not the password of this account.", field);
}
