using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using SystemDesign.Kernel.Realtime;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>Who is let in, and how.</summary>
public sealed class HandshakeTests
{
    [Fact]
    public async Task Only_who_shows_a_good_access_token_is_let_in()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var client = member.Client(app);

        Assert.Equal(HttpStatusCode.Unauthorized, await Device.TryAsync(app, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await Device.TryAsync(app, "no token of ours"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Device.TryAsync(app, null, "?access_token=none"));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Device.TryAsync(app, member.Token));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Device.TryAsync(app, null, $"?access_token={Uri.EscapeDataString(member.Token)}"));

        using var loggedOut = await client.PostAsync("/api/users/logout", null);
        Assert.Equal(HttpStatusCode.Unauthorized, await Device.TryAsync(app, member.Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await Device.TryAsync(app, null, $"?access_token={Uri.EscapeDataString(member.Token)}"));

        var late = await Member.OfAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Unauthorized, await Device.TryAsync(app, late.Token));
    }

    [Fact]
    public async Task A_token_in_the_query_opens_nothing_else()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var client = app.Anonymous();

        using var me = await client.GetAsync($"/api/users/me?access_token={Uri.EscapeDataString(member.Token)}");

        Assert.Equal(HttpStatusCode.Unauthorized, me.StatusCode);
    }

    [Fact]
    public async Task A_header_counts_before_the_query()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Device.TryAsync(app, member.Token, "?access_token=none"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Device.TryAsync(app, "none", $"?access_token={Uri.EscapeDataString(member.Token)}"));
    }

    [Fact]
    public async Task Who_asks_for_no_upgrade_is_told_to()
    {
        await using var app = NotesModule.NewApp(new());
        using var client = (await Member.OfAsync(app)).Client(app);

        using var response = await client.GetAsync("/api/notes/ws");

        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
        Assert.Equal("realtime.upgrade-required", (await response.ProblemAsync()).Code);
        Assert.Equal("websocket", response.Headers.Upgrade.Single().Name);
        Assert.Equal("13", response.Headers.GetValues("Sec-WebSocket-Version").Single());
    }

    [Theory]
    [InlineData("last")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public async Task A_cursor_is_a_whole_number(string cursor)
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var client = member.Client(app);

        using var stream = await client.GetAsync($"/api/notes/stream?cursor={cursor}");

        Assert.Equal(HttpStatusCode.BadRequest, stream.StatusCode);
        Assert.Contains("cursor", (await stream.ProblemAsync()).Errors!.Keys);
        Assert.Equal(HttpStatusCode.BadRequest, await Device.TryAsync(app, member.Token, $"?cursor={cursor}"));
    }

    [Fact]
    public async Task A_user_has_so_many_connections_and_no_more_however_many_knock_at_once()
    {
        await using var app = NotesModule.NewApp(new(), null, ("Realtime:ConnectionsPerUser", "3"));
        var member = await Member.OfAsync(app);
        List<Device> open = [];

        var tried = await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            try
            {
                return await Device.ConnectAsync(app, member.Token);
            }
            catch (WebSocketException)
            {
                return null;
            }
        }));
        open.AddRange(tried.OfType<Device>());

        Assert.Equal(3, open.Count);
        Assert.Equal(HttpStatusCode.TooManyRequests, await Device.TryAsync(app, member.Token));
        using var client = member.Client(app);
        using var stream = await client.GetAsync("/api/notes/stream");
        Assert.Equal("realtime.too-many-connections", (await stream.ProblemAsync()).Code);
        await open[0].CloseAsync();
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Device.TryUntilThereIsRoomAsync(app, member.Token));
        open.ForEach(device => device.Dispose());
    }

    [Fact]
    public async Task A_client_that_gives_no_sign_of_life_is_dropped()
    {
        await using var app = NotesModule.NewApp(new(), null, ("Realtime:HeartbeatSeconds", "5"));
        using var closed = new MetricsOf(app, "systemdesign.realtime.closed");
        var member = await Member.OfAsync(app);
        using var alive = await Device.ConnectAsync(app, member.Token);
        var reading = alive.NextAsync();
        using var dead = new TcpClient();
        await dead.ConnectAsync(IPAddress.Loopback, app.ClientOptions.BaseAddress.Port);

        // It asks for a WebSocket, and then does nothing any more, as if its cable were cut.
        await dead.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            "GET /api/notes/ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + $"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer {member.Token}\r\n\r\n"));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (closed.Count(tags => tags["reason"] is "lost") == 0)
        {
            await tick.WaitForNextTickAsync();
        }

        await NotesModule.SendAsync(app, member.Id, new Frame("typing", new { }));
        Assert.Equal("typing", Device.TypeOf(await reading));
    }

    [Fact]
    public async Task The_documents_tell_the_frames()
    {
        await using var app = NotesModule.NewApp(new());
        using var client = app.Anonymous();

        var document = await client.GetStringAsync("/swagger/notes/swagger.json");

        Assert.Contains("/api/notes/ws", document, StringComparison.Ordinal);
        Assert.Contains("Notes as they are written.", document, StringComparison.Ordinal);
        Assert.Contains("4401", document, StringComparison.Ordinal);
        Assert.Contains("Last-Event-ID", document, StringComparison.Ordinal);
        Assert.Contains("426", document, StringComparison.Ordinal);
    }
}
