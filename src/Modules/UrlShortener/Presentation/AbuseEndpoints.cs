using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Paging;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.UrlShortener.Domain.Abuse;

namespace SystemDesign.UrlShortener.Presentation;

/// <summary>What becomes of links that should not be: anybody reports, an operator decides.</summary>
internal static class AbuseEndpoints
{
    public static void Map(RouteGroupBuilder api, RouteGroupBuilder operators)
    {
        api.MapPost("/links/{code}/report", ReportAsync).AllowAnonymous().LimitPerUser("url-shortener.report", perMinute: 10)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        operators.MapGet("/reports", ListAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        operators.MapDelete("/reports/{id:guid}", DismissAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        operators.MapPost("/links/{code}/ban", BanAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        operators.MapDelete("/links/{code}/ban", LiftBanAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Says that a link should not be. No account is needed; who has one is heard once a link.</summary>
    /// <param name="code" example="launch">The link's code or alias; case matters.</param>
    /// <param name="request">What is wrong with it.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">An operator will see it. At most 100 reports of a link wait at once; others add nothing.</response>
    /// <response code="400"><c>invalid-input</c>: the reason breaks a rule; <c>errors</c> says which.</response>
    /// <response code="404"><c>url-shortener.link-not-found</c>: there is no such link.</response>
    private static async Task<NoContent> ReportAsync(string code, ReportLink request, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(request with { Code = code }, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>The reports that wait for a decision, the oldest first.</summary>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it, and <c>Link</c> its address.</response>
    /// <response code="304">The same page as the one named in <c>If-None-Match</c>.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<Page<OpenReport>>> ListAsync(PageParameters page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListReports(page.Value), cancellationToken));

    /// <summary>Decides that a report names nothing wrong.</summary>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The report's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It waits no more.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    /// <response code="404"><c>url-shortener.report-not-found</c>: there is none, or it is decided.</response>
    private static async Task<NoContent> DismissAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new DismissReport(id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Bans a link: nobody is led there any more (451), and its reports are decided.</summary>
    /// <param name="code" example="launch">The link's code or alias; case matters.</param>
    /// <param name="request">Why; its owner is shown it.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It is banned, on this instance at once, on others within 5 seconds.</response>
    /// <response code="400"><c>invalid-input</c>: the reason breaks a rule; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    /// <response code="404"><c>url-shortener.link-not-found</c>: there is no such link.</response>
    private static async Task<NoContent> BanAsync(string code, BanLink request, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(request with { Code = code }, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Lifts the ban of a link: it leads on again at once.</summary>
    /// <param name="code" example="launch">The link's code or alias; case matters.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It is not banned.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    /// <response code="404"><c>url-shortener.link-not-found</c>: there is no such link.</response>
    private static async Task<NoContent> LiftBanAsync(string code, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new LiftBan(code), cancellationToken);
        return TypedResults.NoContent();
    }
}
