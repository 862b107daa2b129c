using System.Net.WebSockets;
using System.Text.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Notifications;

/// <summary>A device that is connected to somebody's inbox by a WebSocket.</summary>
internal sealed class LiveDevice : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ClientWebSocket socket = new();
    private readonly List<(string Type, long? Id, JsonElement Data)> passedBy = [];

    /// <summary>Connected, and greeted.</summary>
    public static async Task<LiveDevice> ConnectAsync(App app, HttpClient owner, long? cursor = null)
    {
        var device = new LiveDevice();
        device.socket.Options.SetRequestHeader("Authorization", $"{owner.DefaultRequestHeaders.Authorization}");
        using var patience = new CancellationTokenSource(Patience);
        var query = cursor is null ? string.Empty : $"?cursor={cursor}";
        await device.socket.ConnectAsync(new($"ws://{app.ClientOptions.BaseAddress.Authority}/api/notifications/ws{query}"), patience.Token);
        Assert.Equal("hello", (await device.NextAsync()).Type);
        return device;
    }

    /// <summary>The next notification, whatever else comes before it, which is the next of its own.</summary>
    public async Task<(long Id, string Title)> NotificationAsync()
    {
        var frame = await NextAsync("notification");
        Assert.Equal(frame.Id, frame.Data.GetProperty("position").GetInt64());
        return (frame.Id!.Value, frame.Data.GetProperty("title").GetString()!);
    }

    /// <summary>The next number of unread ones, whatever else comes before it.</summary>
    public async Task<UnreadBody> UnreadAsync()
    {
        var frame = await NextAsync("unread");
        Assert.Null(frame.Id);
        return frame.Data.Deserialize<UnreadBody>(JsonSerializerOptions.Web)!;
    }

    public void Dispose() => socket.Dispose();

    private async Task<(string Type, long? Id, JsonElement Data)> NextAsync(string type)
    {
        for (var place = 0; ; place++)
        {
            if (place == passedBy.Count)
            {
                passedBy.Add(await NextAsync());
            }

            if (passedBy[place] is var frame && frame.Type == type)
            {
                passedBy.RemoveAt(place);
                return frame;
            }
        }
    }

    private async Task<(string Type, long? Id, JsonElement Data)> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1_024];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            Assert.NotEqual(WebSocketMessageType.Close, received.MessageType);
            await bytes.WriteAsync(buffer.AsMemory(0, received.Count), patience.Token);
        }
        while (!received.EndOfMessage);

        var frame = JsonDocument.Parse(bytes.ToArray()).RootElement;
        return (frame.GetProperty("type").GetString()!, frame.TryGetProperty("id", out var id) ? id.GetInt64() : null, frame.GetProperty("data"));
    }
}
