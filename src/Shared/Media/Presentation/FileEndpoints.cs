using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Paging;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Platform.Editing;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Media.Presentation;

internal static class FileEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/files", ListAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/files/{id:guid}", ReadAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPatch("/files/{id:guid}", EditAsync).AcceptsMergePatch<EditMyFile>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        api.MapDelete("/files/{id:guid}", DeleteAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/usage", ReadUsageAsync).ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    /// <summary>My files, the newest first.</summary>
    /// <param name="page">From the query.</param>
    /// <param name="http">To write to.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<Page<ShownFile>>> ListAsync(PageParameters page, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        ForbidStoring(http.Response);
        return TypedResults.Ok(await mediator.Send(new ListMyFiles(page.Value), cancellationToken));
    }

    /// <summary>One of my files, with an address and a reference that are good now.</summary>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The file's: that of its upload.</param>
    /// <param name="http">To write to.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The file.</response>
    /// <response code="400"><c>invalid-input</c>: an id of zeros.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>media.file-not-found</c>: there is none, or it is not mine.</response>
    private static async Task<Ok<ShownFile>> ReadAsync(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        ForbidStoring(http.Response);
        return TypedResults.Ok(await mediator.Send(new ReadMyFile(id), cancellationToken));
    }

    /// <summary>Opens one of my files to all, or closes it.</summary>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The file's: that of its upload.</param>
    /// <param name="request">What is left out stays.</param>
    /// <param name="http">To write to.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The file as it is now.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>media.file-not-found</c>: there is none, or it is not mine.</response>
    /// <response code="415">No merge patch; <c>Accept-Patch</c> says what is.</response>
    private static async Task<Ok<ShownFile>> EditAsync(Guid id, EditMyFile request, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        ForbidStoring(http.Response);
        return TypedResults.Ok(await mediator.Send(request with { Id = id }, cancellationToken));
    }

    /// <summary>Ends one of my files, for good.</summary>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The file's: that of its upload.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It is gone, and its room is free.</response>
    /// <response code="400"><c>invalid-input</c>: an id of zeros.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>media.file-not-found</c>: there is none, or it is not mine.</response>
    /// <response code="409"><c>media.file-in-use</c>: something published uses it; delete that first.</response>
    private static async Task<NoContent> DeleteAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteMyFile(id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>How much room I have, and have taken.</summary>
    /// <response code="200">In bytes.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<ShownUsage>> ReadUsageAsync(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadMyUsage(), cancellationToken));

    /// <summary>An address that is signed and a reference are whoever's who has them.</summary>
    private static void ForbidStoring(HttpResponse response) => response.Headers.CacheControl = "no-store";
}
