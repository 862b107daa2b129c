using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Presentation;

internal static class LinkEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/links", ShortenAsync)
            .LimitPerUser("url-shortener.create", perMinute: 60)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/links/{code}", ReadAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Shortens an address.</summary>
    /// <response code="201">The link; it can be followed at once.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="409"><c>url-shortener.alias-taken</c>: choose another alias.</response>
    private static async Task<Created<ShortLink>> ShortenAsync(ShortenLink request, IMediator mediator, CancellationToken cancellationToken)
    {
        var link = await mediator.Send(request, cancellationToken);
        return TypedResults.Created($"/api/url-shortener/links/{link.Code}", link);
    }

    /// <summary>One of my links.</summary>
    /// <param name="code" example="launch">The link's code or alias; case matters.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The link.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>url-shortener.link-not-found</c>: there is none, or it is not mine.</response>
    private static async Task<Ok<ShortLink>> ReadAsync(string code, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadLink(code), cancellationToken));
}
