using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Paging;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Platform.Paging;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Notifications.Presentation;

internal static class InboxEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/inbox", ListAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/inbox/unread", CountAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapPost("/inbox/read", MarkAllReadAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapPut("/inbox/{id:guid}/read", MarkReadAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/inbox/{id:guid}/read", MarkUnreadAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/inbox/{id:guid}", DeleteAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/test", TestAsync).LimitPerUser("notifications.test", perMinute: 5)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    /// <summary>My notifications, the newest first.</summary>
    /// <param name="unread" example="true"><c>true</c>: without those that I read.</param>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<InboxNotification>>> ListAsync(string? unread, PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMyInbox(unread, page.Value), cancellationToken));

    /// <summary>How many of my notifications I have not read.</summary>
    /// <response code="200">The number, and in <c>ETag</c> its version.</response>
    /// <response code="304">The version named in <c>If-None-Match</c> is still the current one.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<UnreadNotifications>> CountAsync(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CountMyUnread(), cancellationToken));

    /// <summary>I have read all of them, as far as I saw them.</summary>
    /// <remarks>Messages about them that still wait are not sent any more; so it is with one that is read or removed.</remarks>
    /// <response code="204">All up to that position are read; what came after it is not.</response>
    /// <response code="400"><c>invalid-input</c>: the position is none.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<NoContent> MarkAllReadAsync(MarkInboxRead request, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(request, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>I have read one of them.</summary>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The notification's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It is read, as it may have been before.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>notifications.notification-not-found</c>: there is none, or it is not mine.</response>
    private static async Task<NoContent> MarkReadAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new MarkNotificationRead(id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>One of them counts as new again.</summary>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The notification's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It is not read, as it may have been before.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>notifications.notification-not-found</c>: there is none, or it is not mine.</response>
    private static async Task<NoContent> MarkUnreadAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new MarkNotificationUnread(id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Removes one of them.</summary>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The notification's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>notifications.notification-not-found</c>: there is none, or it is not mine.</response>
    private static async Task<NoContent> DeleteAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteNotification(id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Sends a notification to myself, to see where and how it arrives.</summary>
    /// <response code="202">It is on its way, as those of every module are: <c>Location</c> is where it will be.</response>
    /// <response code="400"><c>invalid-input</c>: there is no such topic.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Accepted> TestAsync(SendTestNotification request, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(request, cancellationToken);
        return TypedResults.Accepted(new Uri("/api/notifications/inbox", UriKind.Relative));
    }
}
