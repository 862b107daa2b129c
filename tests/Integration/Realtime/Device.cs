using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>A client's WebSocket.</summary>
internal sealed class Device : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ClientWebSocket socket = new();

    private Device(string? token)
    {
        socket.Options.CollectHttpResponseDetails = true;
        if (token is not null)
        {
            socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        }
    }

    /// <summary>What it was closed with.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    /// <summary>Connected, and greeted.</summary>
    public static async Task<Device> ConnectAsync(App app, string token, long? cursor = null)
    {
        var device = new Device(token);
        await device.OpenAsync(AddressIn(app, cursor is null ? string.Empty : $"?cursor={cursor}"));
        Assert.Equal("hello", TypeOf(await device.NextAsync()));
        return device;
    }

    /// <summary>As a browser does.</summary>
    public static async Task<Device> ConnectByQueryAsync(App app, string token)
    {
        var device = new Device(null);
        await device.OpenAsync(AddressIn(app, $"?access_token={Uri.EscapeDataString(token)}"));
        return device;
    }

    /// <summary>The status of the answer to the handshake: 101, or why not.</summary>
    public static async Task<HttpStatusCode> TryAsync(App app, string? token, string query = "")
    {
        using var device = new Device(token);
        try
        {
            await device.OpenAsync(AddressIn(app, query));
            await device.CloseAsync();
        }
        catch (WebSocketException)
        {
            // Refused.
        }

        return device.socket.HttpStatusCode;
    }

    /// <summary>The room of who has left is free a moment after their last frame.</summary>
    public static async Task<HttpStatusCode> TryUntilThereIsRoomAsync(App app, string token)
    {
        HttpStatusCode status;
        do
        {
            status = await TryAsync(app, token);
        }
        while (status is HttpStatusCode.TooManyRequests);

        return status;
    }

    public static string TypeOf(JsonElement frame) => frame.GetProperty("type").GetString()!;

    public Task SendAsync(object frame) => SendAsync(JsonSerializer.Serialize(frame));

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type) => socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);

    /// <summary>The next frame.</summary>
    /// <exception cref="InvalidOperationException">The server has closed.</exception>
    public async Task<JsonElement> NextAsync() =>
        await ReadAsync() ?? throw new InvalidOperationException($"Closed with {CloseCode}: {socket.CloseStatusDescription}");

    /// <summary>The texts of the next notes, each checked to be one behind the last.</summary>
    /// <param name="after">The position of the last one.</param>
    /// <param name="count">How many.</param>
    public async Task<IReadOnlyList<string>> NotesAsync(long after, int count)
    {
        List<string> texts = [];
        while (texts.Count < count)
        {
            var frame = await NextAsync();
            Assert.Equal(("note", ++after), (TypeOf(frame), frame.GetProperty("id").GetInt64()));
            texts.Add(frame.GetProperty("data").GetProperty("text").GetString()!);
        }

        return texts;
    }

    /// <summary>Reads until the server closes.</summary>
    /// <returns>The frames until then; <see cref="CloseCode"/> says why.</returns>
    public async Task<IReadOnlyList<JsonElement>> ReadToEndAsync()
    {
        List<JsonElement> frames = [];
        while (await ReadAsync() is { } frame)
        {
            frames.Add(frame);
        }

        return frames;
    }

    public async Task<int?> ClosedAsync()
    {
        await ReadToEndAsync();
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return CloseCode;
    }

    /// <returns>The server's code, if it could be read.</returns>
    public async Task<int?> CutOffAsync()
    {
        try
        {
            await ReadToEndAsync();
            return CloseCode;
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    public async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
    }

    public void Dispose() => socket.Dispose();

    private static Uri AddressIn(App app, string query) => new($"ws://{app.ClientOptions.BaseAddress.Authority}/api/notes/ws{query}");

    private async Task OpenAsync(Uri address)
    {
        using var patience = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(address, patience.Token);
    }

    private async Task<JsonElement?> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1_024];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (received.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            await bytes.WriteAsync(buffer.AsMemory(0, received.Count));
        }
        while (!received.EndOfMessage);

        return JsonElement.Parse(bytes.ToArray());
    }
}
