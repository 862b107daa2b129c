using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Platform.Http;
using SystemDesign.UrlShortener.Domain.Capacity;

namespace SystemDesign.UrlShortener.Presentation;

internal static class CapacityEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/capacity", ReadAsync).AllowAnonymous().ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>How long must codes be, and what do so many links take?</summary>
    /// <param name="linksPerSecond" example="1000">Links that are made a second, 0.001 to 1,000,000; left out: 1,000.</param>
    /// <param name="years" example="10">How long they are made, and kept, 0.1 to 100; left out: 10, as in the notes.</param>
    /// <param name="bytesPerLink" example="200">What one takes on disk, 1 to 100,000; left out: 200.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The codes needed, their length, the storage, and the odds of a collision if codes were random.</response>
    /// <response code="400"><c>invalid-input</c>: a value is no number, or out of its range; <c>errors</c> says which.</response>
    private static async Task<Ok<Capacity>> ReadAsync(
        QueryNumber? linksPerSecond, QueryNumber? years, QueryNumber? bytesPerLink, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = new ReadCapacity(
            NumberIn(linksPerSecond, CapacityInput.LinksPerSecond),
            NumberIn(years, CapacityInput.Years),
            NumberIn(bytesPerLink, CapacityInput.BytesPerLink));
        return TypedResults.Ok(await mediator.Send(request, cancellationToken));
    }

    /// <summary>What is no number is out of range too.</summary>
    private static decimal NumberIn(QueryNumber? given, CapacityInput input) => given is { } number ? number.Value ?? 0 : input.Default;
}
