using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Errors;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Security;

namespace SystemDesign.Platform.Realtime;

/// <summary>What becomes of the frames that the client of one WebSocket sends.</summary>
internal sealed class Incoming(
    HttpContext http, IServiceScopeFactory scopes, FrameRequests requests, AccessTickets tickets, IDatabase database, Surroundings surroundings)
{
    public const string Refresh = "refresh";

    /// <summary>As problems of requests have it.</summary>
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(2);

    /// <summary>For those to whom requests are sent; the request that brought the connection forgets its user.</summary>
    private ClaimsPrincipal? user = requests.IsEmpty ? null : http.User;

    /// <summary>Never fails.</summary>
    public async Task<OutgoingFrame> AnswerAsync(Connection connection, ReadOnlyMemory<byte> utf8)
    {
        IncomingFrame? frame = null;
        try
        {
            frame = IncomingFrame.Read(utf8.Span, surroundings.Json);
            return frame.Type == Refresh ? await RefreshAsync(connection, frame) : await SendAsync(frame);
        }
        catch (Exception exception)
        {
            return surroundings.Answer("error", ProblemOf(exception, frame, connection), frame?.Id);
        }
    }

    private async Task<OutgoingFrame> RefreshAsync(Connection connection, IncomingFrame frame)
    {
        if (await tickets.ReadAsync(frame.AccessToken ?? string.Empty, CancellationToken.None) is not { } ticket
            || Visitor.Of(ticket.Principal, ticket.Properties) is not { } visitor
            || visitor.UserId != connection.UserId)
        {
            throw new UnauthenticatedException("realtime.token-refused", "This is no access token of the user that is connected here that is good now.", "accessToken");
        }

        connection.Renew(visitor);
        user = requests.IsEmpty ? null : ticket.Principal;
        return surroundings.Refreshed(visitor.ExpiresAt, frame.Id);
    }

    private async Task<OutgoingFrame> SendAsync(IncomingFrame frame)
    {
        http.User = user ?? http.User;
        await using var scope = scopes.CreateAsyncScope();
        var response = await requests.SendAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), frame, surroundings.Json);
        return surroundings.Answer("answer", response ?? new object(), frame.Id);
    }

    private ProblemDetails ProblemOf(Exception exception, IncomingFrame? frame, Connection connection)
    {
        var problem = Problems.Of(exception, CancellationToken.None);
        if (problem.Status is StatusCodes.Status500InternalServerError)
        {
            surroundings.Log.Failed(exception, frame?.Type ?? "none", connection.Channel.Name);
            problem = database.IsOutage(exception) ? Problems.Unavailable(Outage) : problem;
        }

        problem.Extensions.TryAdd("code", ProblemCodes.Of(problem.Status));
        return problem;
    }
}
