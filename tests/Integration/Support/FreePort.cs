using System.Net;
using System.Net.Sockets;

namespace SystemDesign.Tests.Integration.Support;

internal static class FreePort
{
    /// <summary>On loopback, and free a moment ago, which is as much as can be known before a server listens there.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static Uri NextAddress() => new($"http://127.0.0.1:{Next()}");
}
