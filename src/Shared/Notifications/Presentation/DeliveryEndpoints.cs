using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Paging;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Notifications.Presentation;

/// <summary>What operators see of messages on their way.</summary>
internal static class DeliveryEndpoints
{
    public static void Map(RouteGroupBuilder operators)
    {
        operators.MapGet("/deliveries", ListAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        operators.MapPost("/deliveries/{id:guid}/redrive", RedriveAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The deliveries in a state, the newest first.</summary>
    /// <param name="state" example="failed"><c>waiting</c>, <c>sent</c>, <c>dropped</c> or <c>failed</c>; left out: <c>failed</c>.</param>
    /// <param name="page">From the query.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<Page<DeliveryReport>>> ListAsync(string? state, PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListDeliveries(state, page.Value), cancellationToken));

    /// <summary>Has a delivery that failed tried again.</summary>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The delivery's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="202">It is due now; if it fails as often, it comes back.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    /// <response code="404"><c>notifications.delivery-not-found</c>: there is none of this id, or it did not fail, or somebody redrove it.</response>
    private static async Task<Accepted> RedriveAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RedriveDelivery(id), cancellationToken);
        return TypedResults.Accepted(new Uri("/api/notifications/operator/deliveries", UriKind.Relative));
    }
}
