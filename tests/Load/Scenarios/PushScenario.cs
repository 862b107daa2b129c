using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>
/// How long a notification is on its way to a device that is connected, one at a time. When its request is answered, the event that asks for
/// it is on disk; then come its handler, the commit of the inbox, and the frame. Beside it the disk alone, a page with an fsync.
/// </summary>
internal sealed class PushScenario : IScenario
{
    private const string Ask = "/api/notifications/test";
    private const string Live = "/api/notifications/ws";
    private const int WarmUp = 200;
    private const int Asked = 200;

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var ours = await host.StartAsync(host.NewDataFolder(), cancellationToken);
        var user = await User.RegisterAsync(ours.Client, cancellationToken);
        var token = await user.LogInAsync(cancellationToken);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await socket.ConnectAsync(new UriBuilder(new Uri(ours.Client.BaseAddress!, Live)) { Scheme = "ws" }.Uri, cancellationToken);

        for (var number = 0; number < WarmUp; number++)
        {
            await AskAsync(ours.Client, socket, cancellationToken);
        }

        var disk = host.NewDataFolder();
        var rounds = await Rounds.RunAsync(() => Task.FromResult(Page(disk, length)), () => MeasureAsync(ours.Client, socket, cancellationToken));
        return
        [
            new("push: from the request to the frame on the socket, ms, beside a page with an fsync", FromRequest(rounds[0]), FromRequest(rounds[1])),
            new("push: from the answer (its event is on disk) to the frame, ms, beside a page with an fsync", FromAnswer(rounds[0]), FromAnswer(rounds[1])),
        ];
    }

    private static Samples FromRequest(IEnumerable<Delay> delays) => new(delays.Select(delay => delay.FromRequest));

    private static Samples FromAnswer(IEnumerable<Delay> delays) => new(delays.Select(delay => delay.FromAnswer));

    private static Delay Page(string disk, TimeSpan length)
    {
        var page = Disk.Drive(disk, length).P50.TotalMilliseconds;
        return new(page, page);
    }

    /// <returns>The medians.</returns>
    private static async Task<Delay> MeasureAsync(HttpClient client, ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var delays = new List<Delay>();
        for (var number = 0; number < Asked; number++)
        {
            delays.Add(await AskAsync(client, socket, cancellationToken));
        }

        return new(FromRequest(delays).Median, FromAnswer(delays).Median);
    }

    private static async Task<Delay> AskAsync(HttpClient client, ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var asked = Stopwatch.GetTimestamp();
        var frame = Task.Run(() => ReceiveAsync(socket, cancellationToken), cancellationToken);
        using var answer = await client.PostAsJsonAsync(new Uri(Ask, UriKind.Relative), new { }, cancellationToken);
        var answered = Stopwatch.GetTimestamp();
        if (answer.StatusCode is not HttpStatusCode.Accepted)
        {
            throw new LoadException($"POST {Ask} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }

        var received = await frame;
        return new(Milliseconds(asked, received), Milliseconds(answered, received));
    }

    private static double Milliseconds(long from, long until) => Stopwatch.GetElapsedTime(from, until).TotalMilliseconds;

    /// <returns>When the next notification was there; what else comes is passed over.</returns>
    private static async Task<long> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1_024];
        while (true)
        {
            var frame = await socket.ReceiveAsync(buffer, cancellationToken);
            var received = Stopwatch.GetTimestamp();
            if (frame.MessageType is WebSocketMessageType.Close)
            {
                throw new LoadException($"The socket was closed with {(int?)socket.CloseStatus}: {socket.CloseStatusDescription}");
            }

            if (Encoding.UTF8.GetString(buffer, 0, frame.Count).Contains("\"type\":\"notification\"", StringComparison.Ordinal))
            {
                return received;
            }
        }
    }

    /// <summary>In milliseconds.</summary>
    private sealed record Delay(double FromRequest, double FromAnswer);
}
