using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Errors;
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
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage)
            .Add(OpenIfConfigured);
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
        api.MapDelete("/links/{code}", DeleteAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static void OpenIfConfigured(EndpointBuilder endpoint)
    {
        if (endpoint.ApplicationServices.GetRequiredService<UrlShortenerOptions>().AnonymousLinks)
        {
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
        }
    }

    /// <summary>Shortens an address.</summary>
    /// <remarks>
    /// Codes and aliases are case-sensitive and share one space: each is one link's, and never given again, not even when the link is deleted.
    /// </remarks>
    /// <response code="201">The link; it can be followed at once.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which, and why.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="409"><c>url-shortener.alias-taken</c>: choose another alias.</response>
    /// <response code="507"><c>url-shortener.codes-exhausted</c>: all codes of the configured length are given out; an alias is still to be had.</response>
    private static async Task<Created<ShortLink>> ShortenAsync(ShortenLink request, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        RefuseSpentToken(http);
        var link = await mediator.Send(request, cancellationToken);
        return TypedResults.Created($"/api/url-shortener/links/{link.Code}", link);
    }

    /// <summary>My links, the newest first.</summary>
    /// <param name="search" example="launch">Contained in the code, the address or a tag, in any case; at most 100 characters.</param>
    /// <param name="tag" example="newsletter">One of the link's tags, in any case.</param>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<ShortLink>>> ListAsync(
        string? search, string? tag, PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMyLinks(search, tag, page.Value), cancellationToken));

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

    /// <summary>Changes where one of my links leads, and when, how, and whether.</summary>
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

    /// <summary>Ends one of my links, for good: its code leads nowhere from now on, and is never given again.</summary>
    /// <param name="code" example="launch">The link's code or alias; case matters.</param>
    /// <param name="precondition">From the headers.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It is gone, with its visits; who follows it hears 410.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>url-shortener.link-not-found</c>: there is none, or it is not mine.</response>
    /// <response code="412"><c>precondition-failed</c>: the version in <c>If-Match</c> is not the current one any more.</response>
    private static async Task<NoContent> DeleteAsync(string code, RequestPrecondition precondition, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteLink(code) { Precondition = precondition.Value }, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Where no token is asked for, one that is not good any more goes unnoticed; its link would be nobody's, to the surprise of its maker.</summary>
    private static void RefuseSpentToken(HttpContext http)
    {
        if (http.Request.Headers.Authorization.Count > 0 && http.User.Identity is not { IsAuthenticated: true })
        {
            throw new UnauthenticatedException("unauthenticated", "This access token is not good any more: refresh it, or send none.");
        }
    }
}
