using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Security;

namespace SystemDesign.Platform.Realtime;

/// <summary>Lets a user in who is signed in. The connection lasts when its request has gone back through the pipeline: see <see cref="Staying"/>.</summary>
internal sealed class Door(
    Channels channels,
    Surroundings surroundings,
    EndedSessions ended,
    AccessTickets tickets,
    IDatabase database,
    IServiceScopeFactory scopes,
    RealtimeDrain drain,
    IProblemDetailsService problems)
{
    public async Task OpenWebSocketAsync(HttpContext http, string channel, string? cursor, FrameRequests requests)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            // RFC 9110, section 15.5.22: it has to say to what; RFC 6455, section 4.4: and in which version.
            http.Response.Headers.Upgrade = "websocket";
            http.Response.Headers.SecWebSocketVersion = "13";
            await RefuseAsync(http, StatusCodes.Status426UpgradeRequired, "realtime.upgrade-required", "This address is a WebSocket's: ask for an upgrade to it.");
            return;
        }

        var connection = new WebSocketConnection(
            channels.Find(channel), await VisitorAsync(http), surroundings, new(http, scopes, requests, tickets, database, surroundings));
        await LetInAsync(http, connection, PositionIn(cursor), async () => connection.Have(await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = surroundings.Heartbeat, KeepAliveTimeout = surroundings.Heartbeat })));
    }

    public async Task OpenEventStreamAsync(HttpContext http, string channel, string? cursor)
    {
        var connection = new EventStreamConnection(channels.Find(channel), await VisitorAsync(http), surroundings, http);

        // A reader that comes back by itself has the address that it began with, and in the header how far it got since.
        await LetInAsync(http, connection, PositionIn(http.Request.Headers["Last-Event-ID"] is [{ Length: > 0 } last] ? last : cursor), connection.OpenAsync);
    }

    /// <summary>Added first and looked at then, so that what happens meanwhile finds it.</summary>
    private async Task LetInAsync(HttpContext http, Connection connection, long? cursor, Func<Task> openAsync)
    {
        if (!connection.Channel.TryAdd(connection, surroundings.Options.ConnectionsPerUser))
        {
            throw new TooManyException(
                "realtime.too-many-connections",
                $"You are connected here {surroundings.Options.ConnectionsPerUser} times already: close one first.",
                surroundings.Heartbeat * 2);
        }

        try
        {
            if (drain.IsStopping)
            {
                http.Response.Headers.RetryAfter = "1";
                await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, "realtime.stopping", "This instance is stopping: connect again, to another.");
                return;
            }

            if (await ended.ContainsAsync(connection.SessionId, http.RequestAborted))
            {
                throw new UnauthenticatedException("session-ended", "The session of this access token has ended: log in again.");
            }

            var last = await connection.Channel.LastAsync([connection.UserId], http.RequestAborted);
            await openAsync();
            connection.Start(cursor, last.GetValueOrDefault(connection.UserId));
            http.Features.Set(connection);
        }
        finally
        {
            if (http.Features.Get<Connection>() is null)
            {
                connection.Channel.Remove(connection);
            }
        }
    }

    private static async Task<Visitor> VisitorAsync(HttpContext http) => Visitor.Of(http.User, (await http.AuthenticateAsync()).Properties!);

    private static long? PositionIn(string? cursor) =>
        string.IsNullOrEmpty(cursor) ? null
        : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
        : throw new InvalidException("invalid-input", "'cursor' is the id of the last frame that you have: a whole number.", "cursor");

    private async Task RefuseAsync(HttpContext http, int status, string code, string detail)
    {
        http.Response.StatusCode = status;
        await problems.WriteAsync(new() { HttpContext = http, ProblemDetails = { Status = status, Detail = detail, Extensions = { ["code"] = code } } });
    }
}
