using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Twitter.Domain.Impressions;

namespace SystemDesign.Twitter.Presentation;

/// <summary>How tweets do (TW-15).</summary>
internal static class StatsEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/tweet/{id:guid}/stats", ReadAsync)
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>How often one of my tweets was seen, and what came of it.</summary>
    /// <param name="id">The tweet's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">Up to about a second ago.</response>
    /// <response code="304">The version named in <c>If-None-Match</c> is still the current one.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.tweet-not-found</c>: there is no such tweet, or it is not mine.</response>
    private static async Task<Ok<TweetStats>> ReadAsync(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadTweetStats(id), cancellationToken));
}
