using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Editing;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Paging;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Presentation;

internal static class LinkEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/links", ShortenAsync)
            .LimitPerUser("url-shortener.create", perMinute: 60)
            .TakesIdempotencyKey<ShortenLink>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/links", ListAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/links/{code}", ReadAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPatch("/links/{code}", EditAsync).AcceptsMergePatch<EditLink>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
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

    /// <summary>My links, the newest first.</summary>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<ShortLink>>> ListAsync(PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMyLinks(page.Value), cancellationToken));

    /// <summary>One of my links.</summary>
    /// <param name="code" example="launch">The link's code or alias; case matters.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The link, and in <c>ETag</c> its version.</response>
    /// <response code="304">The version named in <c>If-None-Match</c> is still the current one.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>url-shortener.link-not-found</c>: there is none, or it is not mine.</response>
    private static async Task<Ok<ShortLink>> ReadAsync(string code, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadLink(code), cancellationToken));

    /// <summary>Changes where one of my links leads.</summary>
    /// <param name="code" example="launch">The link's code or alias; case matters.</param>
    /// <param name="request">What is left out stays.</param>
    /// <param name="precondition">From the headers.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The link as it is now, and in <c>ETag</c> its new version; visits follow it at once.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>url-shortener.link-not-found</c>: there is none, or it is not mine.</response>
    /// <response code="412"><c>precondition-failed</c>: the version in <c>If-Match</c> is not the current one any more.</response>
    /// <response code="415">No merge patch; <c>Accept-Patch</c> says what is.</response>
    private static async Task<Ok<ShortLink>> EditAsync(
        string code, EditLink request, RequestPrecondition precondition, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(request with { Code = code, Precondition = precondition.Value }, cancellationToken));
}
