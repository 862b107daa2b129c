using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>
/// Ports for servers that start later. They are below those that the system gives away by itself (32,768 and up on Linux), since one of these would soon be had
/// by whichever client or server of another test asks next.
/// </summary>
internal static class FreePort
{
    private const int First = 15_000;

    private const int End = 32_000;

    /// <summary>On loopback, and free a moment ago, which is as much as can be known before a server listens there.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, End);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }

    public static Uri NextAddress() => new($"http://127.0.0.1:{Next()}");
}
