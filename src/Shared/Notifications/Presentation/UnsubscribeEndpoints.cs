using System.Net;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using SystemDesign.Notifications.Domain.Preferences;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Notifications.Presentation;

/// <summary>Where the link of each e-mail leads.</summary>
internal static class UnsubscribeEndpoints
{
    private const string Html = "text/html; charset=utf-8";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/unsubscribe", Ask).AllowAnonymous().LimitPerAddress("notifications.unsubscribe", perMinute: 30)
            .Produces(StatusCodes.Status200OK, contentType: "text/html");
        api.MapPost("/unsubscribe", UnsubscribeAsync).AllowAnonymous().LimitPerAddress("notifications.unsubscribe", perMinute: 30)
            .Produces(StatusCodes.Status200OK, contentType: "text/html")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    /// <summary>A page that asks whether one wants no more e-mail about a topic. Nothing is changed: programs follow links that nobody clicked.</summary>
    /// <param name="token">From the e-mail.</param>
    /// <response code="200">The page, whose button sends the POST.</response>
    private static ContentHttpResult Ask(string? token) =>
        Page($"<form method=\"post\" action=\"{WebUtility.HtmlEncode(QueryHelpers.AddQueryString("unsubscribe", "token", token ?? string.Empty))}\"><button>No more e-mail about this</button></form>");

    /// <summary>No more e-mail about the topic of an e-mail (RFC 8058).</summary>
    /// <remarks>For the button of a mail program, which sends <c>List-Unsubscribe=One-Click</c>, and for that of the page. Whoever has the link may do it, as often as they like.</remarks>
    /// <param name="token">From the e-mail.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page that says so. The topic's other channels stay as they are.</response>
    /// <response code="400"><c>notifications.link-invalid</c>: the link is not one of ours, or not whole. <c>invalid-input</c>: there is no token.</response>
    private static async Task<ContentHttpResult> UnsubscribeAsync(string? token, IMediator mediator, CancellationToken cancellationToken)
    {
        var topic = await mediator.Send(new Unsubscribe(token), cancellationToken);
        return Page($"<p>You get no more e-mail about: {WebUtility.HtmlEncode(topic.Description)}.</p>");
    }

    private static ContentHttpResult Page(string content) => TypedResults.Text(
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>E-mail</title></head><body>{content}</body></html>", Html);
}
