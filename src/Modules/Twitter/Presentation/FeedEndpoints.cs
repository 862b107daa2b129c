using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Paging;
using SystemDesign.Twitter.Domain.Feeds;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Presentation;

/// <summary>The feed (TW-6), and the knob of how it is made (TW-8, TW-9).</summary>
internal static class FeedEndpoints
{
    public static void Map(RouteGroupBuilder api, RouteGroupBuilder operators)
    {
        api.MapGet("/feed", ReadAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        operators.MapGet("/feeds/policy", ReadPolicyAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        operators.MapPut("/feeds/policy", ChangePolicyAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }

    /// <summary>What those whom I follow wrote and reposted, and I, the newest first (TW-6).</summary>
    /// <remarks>
    /// It has what I may see at this moment: no answers to people whom I do not follow, nobody who is blocked or muted, and no tweet twice. Whatever is written while I
    /// go from page to page, what was there is there once.
    /// </remarks>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of it; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of my feed.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<TimelineItem>>> ReadAsync(PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadFeed(page.Value), cancellationToken));

    /// <summary>How what people write comes into feeds.</summary>
    /// <response code="200">The policy.</response>
    /// <response code="304">The one named in <c>If-None-Match</c> is still the current one.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<FeedPolicy>> ReadPolicyAsync(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadFeedPolicy(), cancellationToken));

    /// <summary>Turns the knob: how what people write comes into feeds from now on.</summary>
    /// <remarks>No feed loses or doubles anything, and nothing is written again: what was not pushed until now is pulled by who reads so far down.</remarks>
    /// <response code="200">The policy, of all instances from this answer on.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<FeedPolicy>> ChangePolicyAsync(ChangeFeedPolicy request, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(request, cancellationToken));
}
