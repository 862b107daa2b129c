using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Paging;
using SystemDesign.Media.Domain.Tiers;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Media.Presentation;

/// <summary>For whoever pays for the storage (DB-8).</summary>
internal static class StorageEndpoints
{
    public static void Map(RouteGroupBuilder operators)
    {
        operators.MapGet("/storage", ReadAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        operators.MapGet("/unused", ListAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }

    /// <summary>The ledger: how much is kept where, what the cold part saves, and how the edge of the instance that answers is doing.</summary>
    /// <response code="200">Bytes are of the objects, once, however many files have them. Prices are set by <c>Media:Cold:HotCentsPerTerabyte</c> and <c>ColdCentsPerTerabyte</c>.</response>
    /// <response code="304">The same as the one named in <c>If-None-Match</c>.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<StorageLedger>> ReadAsync(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadStorage(), cancellationToken));

    /// <summary>What nobody reads: the objects of a tier, the longest unread first. Of the hot ones, these are the next to be put away.</summary>
    /// <param name="tier" example="hot">hot (unless said), leaving, freezing, cold or thawing.</param>
    /// <param name="page">Which part of the list.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: there is no such tier, or the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<Page<UnusedObject>>> ListAsync(
        [FromQuery] string? tier, PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListUnused(tier, page.Value), cancellationToken));
}
