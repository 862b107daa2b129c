using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Paging;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.Twitter.Domain.Recommendations;
using SystemDesign.Twitter.Domain.Search;
using SystemDesign.Twitter.Domain.Trends;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Presentation;

/// <summary>Ways to what one does not follow yet: recommendations (TW-10), search, tags and trends.</summary>
internal static class DiscoveryEndpoints
{
    public static void Map(RouteGroupBuilder api, RouteGroupBuilder operators)
    {
        api.MapGet("/recommendations", RecommendAsync).LimitPerUser("twitter.recommendations", perMinute: 60)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/search", SearchAsync).LimitPerUser("twitter.search", perMinute: 120)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/tags/{tag}", ListTaggedAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/trends", ListTrendsAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        operators.MapPost("/search/rebuild", RebuildAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }

    /// <summary>Whom I may want to follow (TW-10): those whom most of those follow whom I follow; for who is new, those whom most follow.</summary>
    /// <remarks>
    /// Nobody whom I follow, asked to follow, block or mute, nobody who blocks me, and nobody who has left. Of who follows very many, only a part is looked
    /// at, and always the same: 200 of mine, and 200 of each of them.
    /// </remarks>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <param name="limit" example="10">How many, 1 to 50; left out: 10.</param>
    /// <response code="200">The most common first; there is no further page.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<Recommendation>>> RecommendAsync(
        IMediator mediator, CancellationToken cancellationToken, string? limit = null) =>
        TypedResults.Ok(await mediator.Send(new RecommendPeople(LimitOf(limit, RecommendPeople.DefaultLimit)), cancellationToken));

    /// <summary>Tweets that have all that is looked for, the newest first.</summary>
    /// <remarks>
    /// Words, in any case and without accents; the last one may be only begun, unless a blank follows it. "Words in quotation marks" follow each other.
    /// <c>#tag</c> is a tag, and <c>from:ada_lovelace</c> an author. Only what I may see is found. A new tweet is found a moment after it was
    /// posted; one that is deleted, hidden or behind a block is found no more from that instant.
    /// </remarks>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <param name="q" example="analytical from:ada_lovelace">What to look for, at most 200 characters.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: there is nothing to look for, or too much; or the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<ShownTweet>>> SearchAsync(PageParameters page, IMediator mediator, CancellationToken cancellationToken, string? q = null) =>
        TypedResults.Ok(await mediator.Send(new SearchTweets(q, page.Value), cancellationToken));

    /// <summary>What was written with a tag, the newest first.</summary>
    /// <param name="tag" example="launch">In any case, without the number sign.</param>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of what I may see of it; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: that is no tag, or the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<ShownTweet>>> ListTaggedAsync(string tag, PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListTagged(tag, page.Value), cancellationToken));

    /// <summary>The tags that most people wrote with in the last 24 hours.</summary>
    /// <remarks>The same for everybody, and half a minute old at most. Who is private counts for none.</remarks>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <param name="limit" example="10">How many, 1 to 50; left out: 10.</param>
    /// <response code="200">Those of most people first; there is no further page.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<TrendingTag>>> ListTrendsAsync(IMediator mediator, CancellationToken cancellationToken, string? limit = null) =>
        TypedResults.Ok(await mediator.Send(new ListTrends(LimitOf(limit, ListTrends.DefaultLimit)), cancellationToken));

    /// <summary>Has the search index made anew, in the background. Who searches meanwhile finds what they found before, or what is right.</summary>
    /// <response code="202">It is begun, or begun again. <c>GET /api/operator/background-work</c> shows whether it fails.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Accepted> RebuildAsync(IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RebuildSearchIndex(), cancellationToken);
        return TypedResults.Accepted(new Uri("/api/operator/background-work", UriKind.Relative));
    }

    /// <summary>What is no number is out of range, as in lists that have pages.</summary>
    private static int LimitOf(string? limit, int usual) =>
        string.IsNullOrEmpty(limit) ? usual : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
