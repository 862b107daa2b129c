using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Paging;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.Twitter.Domain.Graph;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Presentation;

/// <summary>Who follows, blocks and mutes whom (TW-10).</summary>
internal static class GraphEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/users/{userName}/follow", FollowAsync).LimitPerUser("twitter.follow", perMinute: 60)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/users/{userName}/follow", UnfollowAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/users/{userName}/block", BlockAsync).LimitPerUser("twitter.block", perMinute: 60)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/users/{userName}/block", UnblockAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/users/{userName}/mute", MuteAsync).LimitPerUser("twitter.block", perMinute: 60)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/users/{userName}/mute", UnmuteAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/users/{userName}/followers", ListFollowersAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/users/{userName}/following", ListFollowingAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/follow-requests", ListRequestsAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapPut("/follow-requests/{userName}", AcceptAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/follow-requests/{userName}", DeclineAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/blocks", ListBlocksAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/mutes", ListMutesAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    /// <summary>Follows somebody, or asks them to, if they are private; twice is as once.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">Whether I follow them now, or have asked to.</response>
    /// <response code="400"><c>twitter.own-account</c>: that is me.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.person-not-found</c>: there is nobody of this name, or they block me.</response>
    private static async Task<Ok<FollowAnswer>> FollowAsync(string userName, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new FollowPerson(userName), cancellationToken));

    /// <summary>Follows somebody no more, or takes back that I asked to; twice is as once.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">I do not follow them, and nothing of theirs is in my feed.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.person-not-found</c>: there is nobody of this name.</response>
    private static async Task<NoContent> UnfollowAsync(string userName, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new UnfollowPerson(userName), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>From now on neither of us sees anything of the other, and neither follows the other; twice is as once.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">They are blocked.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.person-not-found</c>: there is nobody of this name.</response>
    /// <response code="400"><c>twitter.own-account</c>: that is me.</response>
    private static async Task<NoContent> BlockAsync(string userName, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new BlockPerson(userName), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Takes a block of mine back; who followed whom before stays undone. Twice is as once.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">I do not block them.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.person-not-found</c>: there is nobody of this name.</response>
    private static async Task<NoContent> UnblockAsync(string userName, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new UnblockPerson(userName), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Keeps somebody out of my feed and my notifications; they are not told. Twice is as once.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">They are muted.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.person-not-found</c>: there is nobody of this name.</response>
    /// <response code="400"><c>twitter.own-account</c>: that is me.</response>
    private static async Task<NoContent> MuteAsync(string userName, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new MutePerson(userName), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Takes a mute back; twice is as once.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">I do not mute them.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.person-not-found</c>: there is nobody of this name.</response>
    private static async Task<NoContent> UnmuteAsync(string userName, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new UnmutePerson(userName), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Who follows somebody, in the order in which they joined.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.person-not-found</c>: there is nobody of this name, or they block me. <c>twitter.account-private</c>: only who follows them sees this. <c>twitter.account-blocked</c>: I block them.</response>
    private static async Task<Ok<Page<Author>>> ListFollowersAsync(string userName, PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListFollowers(userName, page.Value), cancellationToken));

    /// <summary>Whom somebody follows, in the order in which they joined.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.person-not-found</c>: there is nobody of this name, or they block me. <c>twitter.account-private</c>: only who follows them sees this. <c>twitter.account-blocked</c>: I block them.</response>
    private static async Task<Ok<Page<Author>>> ListFollowingAsync(string userName, PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListFollowing(userName, page.Value), cancellationToken));

    /// <summary>Who asks to follow me.</summary>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<Author>>> ListRequestsAsync(PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListFollowRequests(page.Value), cancellationToken));

    /// <summary>Lets somebody follow me who has asked to.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">They follow me.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.request-not-found</c>: they did not ask, or took it back. <c>twitter.person-not-found</c>: there is nobody of this name.</response>
    private static async Task<NoContent> AcceptAsync(string userName, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new AcceptFollower(userName), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Does not let somebody follow me who has asked to; they are not told, and may ask again. Twice is as once.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">They do not ask any more.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.person-not-found</c>: there is nobody of this name.</response>
    private static async Task<NoContent> DeclineAsync(string userName, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeclineFollower(userName), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Whom I block.</summary>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<Author>>> ListBlocksAsync(PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMyBlocks(page.Value), cancellationToken));

    /// <summary>Whom I mute.</summary>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<Author>>> ListMutesAsync(PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMyMutes(page.Value), cancellationToken));
}
