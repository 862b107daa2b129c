using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Time;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Redirects;

namespace SystemDesign.UrlShortener.Presentation;

internal static class RedirectEndpoints
{
    /// <summary>For what the next visitor may not be told: another may be the last, and what is gone may be switched on again.</summary>
    private const string NoStore = "no-store";

    /// <summary>How long a browser remembers where a link leads for good: a reload is free, and an edit is seen soon.</summary>
    private const double RememberedSeconds = 30;

    public static void Map(RouteGroupBuilder root) =>
        root.MapMethods("/s/{code}", [HttpMethods.Get, HttpMethods.Head], FollowAsync)
            .Produces(StatusCodes.Status301MovedPermanently)
            .Produces(StatusCodes.Status302Found)
            .Produces(StatusCodes.Status307TemporaryRedirect)
            .Produces(StatusCodes.Status308PermanentRedirect)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status451UnavailableForLegalReasons);

    /// <summary>Follows a link.</summary>
    /// <param name="code" example="launch">The link's code or alias; case matters.</param>
    /// <param name="http">To read from and to write to.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="clock">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="301">To the target, in <c>Location</c>, for good; browsers remember it for 30 seconds.</response>
    /// <response code="302">To the target, in <c>Location</c>: what a link does unless its owner chose otherwise.</response>
    /// <response code="307">As 302.</response>
    /// <response code="308">As 301.</response>
    /// <response code="404">The code leads nowhere, or not yet.</response>
    /// <response code="410"><c>url-shortener.link-expired</c>, <c>-used-up</c>, <c>-disabled</c> or <c>-deleted</c>: it led somewhere once.</response>
    /// <response code="451"><c>url-shortener.link-banned</c>: an operator found that nobody should be led there.</response>
    private static async Task<IResult> FollowAsync(string code, HttpContext http, IMediator mediator, TimeProvider clock, CancellationToken cancellationToken)
    {
        var follow = new FollowLink(code) { Kind = Visitors.KindOf(http.Request), Referrer = Visitors.ReferrerOf(http.Request) };
        var followed = await mediator.Send(follow, cancellationToken);
        if (followed is { Outcome: FollowOutcome.Leads, Destination: { } destination })
        {
            return Redirect(http.Response, destination, clock);
        }

        http.Response.Headers.CacheControl = NoStore;
        return followed.Outcome switch
        {
            FollowOutcome.Expired => Gone("url-shortener.link-expired", "This link has expired."),
            FollowOutcome.UsedUp => Gone("url-shortener.link-used-up", "This link was followed as often as it may be."),
            FollowOutcome.Disabled => Gone("url-shortener.link-disabled", "This link is switched off."),
            FollowOutcome.Deleted => Gone("url-shortener.link-deleted", "This link is no more."),
            FollowOutcome.Banned => Problem(
                StatusCodes.Status451UnavailableForLegalReasons, "url-shortener.link-banned", "This link is banned: it led to where nobody should be led."),
            _ => TypedResults.NotFound(),
        };
    }

    /// <summary>By default nobody remembers a 302 or 307 (RFC 9111, section 4.2.2), and everybody a 301 or 308, for as long as they like.</summary>
    private static RedirectHttpResult Redirect(HttpResponse response, Destination destination, TimeProvider clock)
    {
        var isPermanent = RedirectStatus.IsPermanent(destination.Redirect);
        if (destination.IsLimited)
        {
            response.Headers.CacheControl = NoStore;
        }
        else if (isPermanent)
        {
            var seconds = destination.ExpiresAt is { } end ? Math.Min(RememberedSeconds, Math.Floor((end - clock.Now()).TotalSeconds)) : RememberedSeconds;
            response.Headers.CacheControl = $"private, max-age={seconds.ToString(CultureInfo.InvariantCulture)}";
        }

        return TypedResults.Redirect(destination.Url, isPermanent, RedirectStatus.KeepsMethod(destination.Redirect));
    }

    private static ProblemHttpResult Gone(string code, string detail) => Problem(StatusCodes.Status410Gone, code, detail);

    private static ProblemHttpResult Problem(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}
