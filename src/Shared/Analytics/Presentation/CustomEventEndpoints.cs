using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Analytics.Domain.CustomEvents;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Analytics.Presentation;

internal static class CustomEventEndpoints
{
    /// <summary>100 events with 20 properties of 40 and 100 characters each, and their JSON; in bytes.</summary>
    private const long MaximumBody = 1024 * 1024;

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/events", RecordAsync).LimitPerUser("analytics.events", perMinute: 600)
            .WithMetadata(new RequestSizeLimitAttribute(MaximumBody))
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    /// <summary>Says what happened at a client: up to 100 events at once.</summary>
    /// <remarks>
    /// Each is counted by its name, and by the values of those properties that the operator has named (<c>Analytics:Properties</c>); of
    /// a day 200 names are told apart, and 100 values of each property. Nothing else of it is kept, and not who sent it.
    /// </remarks>
    /// <response code="202">All are on disk. Those that had been sent before are not counted again.</response>
    /// <response code="400"><c>invalid-input</c>: one of the events breaks a rule, and none is counted; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="413">The body has more than a mebibyte.</response>
    /// <response code="429"><c>analytics.too-many-events</c>, or the limit of the user: send the same again later.</response>
    private static async Task<Accepted<RecordedEvents>> RecordAsync(RecordEvents request, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Accepted((string?)null, await mediator.Send(request, cancellationToken));
}
