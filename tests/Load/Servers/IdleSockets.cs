using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SystemDesign.Tests.Load.Servers;

/// <summary>
/// WebSockets that were opened and then left alone: bare sockets, of which ten thousand cost this process next to nothing. They answer no
/// ping, so the server is told to send none for an hour.
/// </summary>
internal sealed class IdleSockets : IDisposable
{
    private const int AtOnce = 32;

    private readonly List<Socket> sockets = [];

    /// <param name="server">Whose.</param>
    /// <param name="path">Of the WebSocket.</param>
    /// <param name="tokens">An access token for each; an empty one where nobody asks for it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task OpenAsync(Server server, string path, IReadOnlyList<string> tokens, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        var address = server.Client.BaseAddress!;
        await Parallel.ForEachAsync(tokens, options, async (token, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            lock (sockets)
            {
                sockets.Add(socket);
            }

            await socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellation);
            await socket.SendAsync(Handshake(address, path, token), cancellation);
            await ReadAnswerAsync(socket, path, cancellation);
        });
    }

    public void Dispose() => sockets.ForEach(socket => socket.Dispose());

    private static byte[] Handshake(Uri address, string path, string token)
    {
        string[] lines =
        [
            $"GET {path} HTTP/1.1",
            $"Host: {address.Authority}",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            .. token.Length > 0 ? new[] { $"Authorization: Bearer {token}" } : [],
            string.Empty,
            string.Empty,
        ];
        return Encoding.ASCII.GetBytes(string.Join("\r\n", lines));
    }

    /// <summary>What comes behind the headers, such as a greeting, stays where it is.</summary>
    private static async Task ReadAnswerAsync(Socket socket, string path, CancellationToken cancellationToken)
    {
        const string Upgraded = "HTTP/1.1 101 ";
        var buffer = new byte[4_096];
        var read = 0;
        while (buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) < 0)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(read), cancellationToken);
            if (received == 0)
            {
                throw new LoadException($"{path} closed the connection at the handshake.");
            }

            read += received;
        }

        var answer = Encoding.ASCII.GetString(buffer, 0, read);
        if (!answer.StartsWith(Upgraded, StringComparison.Ordinal))
        {
            throw new LoadException($"{path} is no WebSocket: it answers {answer.Split('\r')[0]}.");
        }
    }
}
