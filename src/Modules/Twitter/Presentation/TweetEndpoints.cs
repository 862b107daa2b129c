using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Paging;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.Twitter.Domain.Engagement;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Presentation;

/// <summary>Tweets, their threads, and what readers do with them (TW-5, TW-13).</summary>
internal static class TweetEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/tweet", PostAsync)
            .LimitPerUser("twitter.post", perMinute: 60)
            .TakesIdempotencyKey<PostTweet>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/tweet/{id:guid}", ReadAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/tweet/{id:guid}", DeleteAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/tweet/{id:guid}/thread", ReadThreadAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/tweet/{id:guid}/replies", ListRepliesAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/tweet/{id:guid}/like", LikeAsync).LimitPerUser("twitter.engage", perMinute: 300)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/tweet/{id:guid}/like", UnlikeAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapPut("/tweet/{id:guid}/repost", RepostAsync).LimitPerUser("twitter.engage", perMinute: 300)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapDelete("/tweet/{id:guid}/repost", UndoRepostAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    /// <summary>Posts a tweet (TW-5).</summary>
    /// <remarks>
    /// Who is named after an @ is told, and words after a # can be searched for. Who follows me finds it in their feed at once, however it comes there.
    /// </remarks>
    /// <response code="201">The tweet.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which. <c>twitter.tweet-not-found</c>: what it answers or quotes is not there, or not for me to see. <c>media.reference-refused</c>, <c>media.reference-expired</c>: a file is not mine, or its reference is too old. <c>twitter.file-twice</c>: two references are of one file.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Created<ShownTweet>> PostAsync(PostTweet request, IMediator mediator, CancellationToken cancellationToken)
    {
        var tweet = await mediator.Send(request, cancellationToken);
        return TypedResults.Created($"/api/twitter/tweet/{tweet.Id}", tweet);
    }

    /// <summary>A tweet.</summary>
    /// <param name="id">The tweet's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The tweet, and in <c>ETag</c> its version.</response>
    /// <response code="304">The version named in <c>If-None-Match</c> is still the current one.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.tweet-not-found</c>: there is no such tweet, or I may not see it.</response>
    private static async Task<Ok<ShownTweet>> ReadAsync(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadTweet(id), cancellationToken));

    /// <summary>Deletes one of my tweets: it is in no feed, thread, search or cache any more. What answers or quotes it stays.</summary>
    /// <param name="id">The tweet's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.tweet-not-found</c>: there is no such tweet, or I may not see it. <c>twitter.not-your-tweet</c>: somebody else wrote it.</response>
    private static async Task<NoContent> DeleteAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteTweet(id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>A tweet in its thread: what it answers, what that answers, and so on.</summary>
    /// <param name="id">The tweet's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The tweets above it that I may see, the first of the thread first, and the tweet.</response>
    /// <response code="304">The version named in <c>If-None-Match</c> is still the current one.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.tweet-not-found</c>: there is no such tweet, or I may not see it.</response>
    private static async Task<Ok<Domain.Tweets.Thread>> ReadThreadAsync(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadThread(id), cancellationToken));

    /// <summary>What answers a tweet, the oldest first.</summary>
    /// <param name="id">The tweet's.</param>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.tweet-not-found</c>: there is no such tweet, or I may not see it.</response>
    private static async Task<Ok<Page<ShownTweet>>> ListRepliesAsync(Guid id, PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListReplies(id, page.Value), cancellationToken));

    /// <summary>Likes a tweet; twice is as once.</summary>
    /// <param name="id">The tweet's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">I like it.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.tweet-not-found</c>: there is no such tweet, or I may not see it.</response>
    private static async Task<NoContent> LikeAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new LikeTweet(id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Likes a tweet no more, whether or not I can still see it; twice is as once.</summary>
    /// <param name="id">The tweet's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">I do not like it.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<NoContent> UnlikeAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new UnlikeTweet(id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Shows a tweet to those who follow me; twice is as once.</summary>
    /// <param name="id">The tweet's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">I have reposted it.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.tweet-not-found</c>: there is no such tweet, or I may not see it.</response>
    /// <response code="409"><c>twitter.own-tweet</c>: it is mine. <c>twitter.tweet-private</c>: it is for those who follow its author.</response>
    private static async Task<NoContent> RepostAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RepostTweet(id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Takes a repost of mine back, whether or not I can still see the tweet; twice is as once.</summary>
    /// <param name="id">The tweet's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">I have not reposted it.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<NoContent> UndoRepostAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new UndoRepost(id), cancellationToken);
        return TypedResults.NoContent();
    }
}
