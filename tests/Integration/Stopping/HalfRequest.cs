using System.Net.Sockets;
using System.Text;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Stopping;

/// <summary>A client that begins a request and never goes on.</summary>
internal sealed class HalfRequest : IDisposable
{
    private const string Continue = "HTTP/1.1 100 Continue";

    private readonly TcpClient client = new();

    /// <summary>Comes back when the application has asked for its body (RFC 9110, section 10.1.1), which never comes.</summary>
    public static async Task<HalfRequest> SendAsync(HostProcess host)
    {
        var request = new HalfRequest();
        await request.client.ConnectAsync(host.Address.Host, host.Address.Port);
        await request.client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            "POST /api/users/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"));
        var answer = new byte[Continue.Length];
        await request.client.GetStream().ReadExactlyAsync(answer);
        Assert.Equal(Continue, Encoding.ASCII.GetString(answer));
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
                // What is left of that answer.
            }
        }
        catch (IOException)
        {
            // Reset.
        }
    }

    public void Dispose() => client.Dispose();
}
