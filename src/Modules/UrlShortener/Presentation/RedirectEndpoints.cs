using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Presentation;

internal static class RedirectEndpoints
{
    /// <summary>Long enough for a reload to be free, short enough for an edit to be seen.</summary>
    private const string CacheControl = "private, max-age=30";

    public static void Map(RouteGroupBuilder root) =>
        root.MapMethods("/s/{code}", [HttpMethods.Get, HttpMethods.Head], FollowAsync)
            .Produces(StatusCodes.Status302Found)
            .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Follows a link.</summary>
    /// <param name="code" example="launch">The link's code or alias; case matters.</param>
    /// <param name="http">To read from and to write to.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="302">To the target, in <c>Location</c>.</response>
    /// <response code="404">The code leads nowhere.</response>
    private static async Task<Results<RedirectHttpResult, NotFound>> FollowAsync(
        string code, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var target = await mediator.Send(new FollowLink(code) { Kind = Visitors.KindOf(http.Request), Referrer = Visitors.ReferrerOf(http.Request) }, cancellationToken);
        if (target is null)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = CacheControl;
        return TypedResults.Redirect(target);
    }
}
