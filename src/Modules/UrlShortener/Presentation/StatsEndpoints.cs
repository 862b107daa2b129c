using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener.Presentation;

internal static class StatsEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/links/{code}/stats", ReadAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>How often one of my links was followed, when, and from where.</summary>
    /// <remarks>
    /// A visit is counted within a tenth of a second or so of its redirect. HEAD requests, prefetching browsers, and known
    /// preview bots and crawlers count as previews, and have no referrer.
    /// </remarks>
    /// <param name="code" example="launch">The link's code or alias; case matters.</param>
    /// <param name="from" example="2026-07-03">The first day in UTC; left out: so that there are 30.</param>
    /// <param name="to" example="2026-08-01">The last day in UTC, at most 92 days with the first; left out: today.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The counts; days and hours without any are left out.</response>
    /// <response code="400"><c>invalid-input</c>: a day is none, the first is after the last, or they are too many; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>url-shortener.link-not-found</c>: there is none, or it is not mine.</response>
    private static async Task<Ok<LinkStats>> ReadAsync(string code, string? from, string? to, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadLinkStats(code, from, to), cancellationToken));
}
