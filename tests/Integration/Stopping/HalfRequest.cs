using System.Net.Sockets;
using System.Text;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Stopping;

/// <summary>A client that begins a request and never goes on.</summary>
internal sealed class HalfRequest : IDisposable
{
    private readonly TcpClient client = new();

    /// <summary>Comes back when the server has it: a whole one goes before, on the same connection and in the same packet.</summary>
    public static async Task<HalfRequest> SendAsync(HostProcess host)
    {
        var request = new HalfRequest();
        await request.client.ConnectAsync(host.Address.Host, host.Address.Port);
        await request.client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\nGET /health/live HTTP/1.1\r\nHos"));
        Assert.NotEqual(0, await request.client.GetStream().ReadAsync(new byte[1]));
        return request;
    }

    /// <summary>Ends when the server has closed the connection.</summary>
    public async Task CutAsync()
    {
        var buffer = new byte[4_096];
        try
        {
            while (await client.GetStream().ReadAsync(buffer) > 0)
            {
                // What is left of the first answer.
            }
        }
        catch (IOException)
        {
            // Reset.
        }
    }

    public void Dispose() => client.Dispose();
}
