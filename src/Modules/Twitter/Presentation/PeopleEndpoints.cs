using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Editing;
using SystemDesign.Platform.Paging;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Presentation;

/// <summary>Profiles, and what stands in them.</summary>
internal static class PeopleEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/users/{userName}", ReadAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPatch("/profile", EditAsync).AcceptsMergePatch<EditMyProfile>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        api.MapGet("/users/{userName}/tweets", ListTweetsAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Somebody, as I see them.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">Who they are, what is counted of them, and what there is between us.</response>
    /// <response code="304">The version named in <c>If-None-Match</c> is still the current one.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.person-not-found</c>: there is nobody of this name, or they block me.</response>
    private static async Task<Ok<Profile>> ReadAsync(string userName, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadProfile(userName), cancellationToken));

    /// <summary>Changes what I say of myself, and whether everybody sees what I write.</summary>
    /// <param name="request">What is left out stays.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It is changed, everywhere and at once.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="415">No merge patch; <c>Accept-Patch</c> says what is.</response>
    private static async Task<NoContent> EditAsync(EditMyProfile request, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(request, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>What somebody wrote and reposted, the newest first.</summary>
    /// <param name="userName" example="ada_lovelace">In any case.</param>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>twitter.person-not-found</c>: there is nobody of this name, or they block me. <c>twitter.account-private</c>: only who follows them sees this. <c>twitter.account-blocked</c>: I block them.</response>
    private static async Task<Ok<Page<TimelineItem>>> ListTweetsAsync(string userName, PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListTweetsOfPerson(userName, page.Value), cancellationToken));
}
