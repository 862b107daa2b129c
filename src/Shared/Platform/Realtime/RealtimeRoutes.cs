using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Platform.Security;

namespace SystemDesign.Platform.Realtime;

/// <summary>Where users connect to a channel. The documents say of each route what is common to all; a module says which frames it has (<c>WithSummary</c>, <c>WithDescription</c>).</summary>
public static class RealtimeRoutes
{
    /// <summary>HTTP/1.1 asks for a WebSocket with GET, HTTP/2 with CONNECT (RFC 8441).</summary>
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Connect];

    /// <summary>A WebSocket.</summary>
    /// <param name="routes">For signed-in users, such as <c>Api</c> of a module.</param>
    /// <param name="pattern">Such as <c>/ws</c>.</param>
    /// <param name="channel">The name that it was registered with.</param>
    /// <param name="takes">The requests that clients may send, beside <c>refresh</c>; nothing: none.</param>
    public static RouteHandlerBuilder MapWebSocket(this IEndpointRouteBuilder routes, string pattern, string channel, Action<FrameRequests>? takes = null)
    {
        var requests = new FrameRequests();
        takes?.Invoke(requests);
        return routes.MapMethods(pattern, Methods, OpenAsync)
            .Keeping(Connection.WebSocket)
            .Produces(StatusCodes.Status101SwitchingProtocols)
            .ProducesProblem(StatusCodes.Status426UpgradeRequired);

        Task OpenAsync(HttpContext http, Door door, string? cursor, [FromQuery(Name = TokenInQuery.Parameter)] string? accessToken) =>
            door.OpenWebSocketAsync(http, channel, cursor, requests);
    }

    /// <summary>An event stream (<c>text/event-stream</c>): for clients that only read, or cannot have a WebSocket.</summary>
    /// <inheritdoc cref="MapWebSocket"/>
    public static RouteHandlerBuilder MapEventStream(this IEndpointRouteBuilder routes, string pattern, string channel)
    {
        return routes.MapGet(pattern, OpenAsync)
            .Keeping(Connection.EventStream)
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream");

        Task OpenAsync(
            HttpContext http,
            Door door,
            string? cursor,
            [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
            [FromQuery(Name = TokenInQuery.Parameter)] string? accessToken) => door.OpenEventStreamAsync(http, channel, cursor);
    }

    private static RouteHandlerBuilder Keeping(this RouteHandlerBuilder route, string transport) => route
        .WithMetadata(new RealtimeRoute(transport), new TokenInQuery())
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
