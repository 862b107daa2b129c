using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using SystemDesign.Kernel.Realtime;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>What is sent, and what may come.</summary>
public sealed class FrameTests
{
    [Fact]
    public async Task All_devices_of_a_user_get_a_frame_and_nobody_else()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes);
        var member = await Member.OfAsync(app);
        var other = await Member.OfAsync(app);
        using var phone = await Device.ConnectAsync(app, member.Token);
        using var laptop = await Device.ConnectAsync(app, member.Token);
        using var elsewhere = await Device.ConnectAsync(app, other.Token);

        await NotesModule.WriteAsync(app, notes, member.Id, "for both");
        await NotesModule.WriteAsync(app, notes, other.Id, "for the other");

        Assert.Equal(["for both"], await phone.NotesAsync(0, 1));
        Assert.Equal(["for both"], await laptop.NotesAsync(0, 1));
        Assert.Equal(["for the other"], await elsewhere.NotesAsync(0, 1));
    }

    [Fact]
    public async Task A_frame_of_the_moment_has_no_id()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);

        await NotesModule.SendAsync(app, member.Id, new Frame("typing", new { by = "ann" }));

        Assert.Equal("""{"type":"typing","data":{"by":"ann"}}""", JsonSerializer.Serialize(await device.NextAsync()));
    }

    [Fact]
    public async Task A_frame_of_a_client_is_a_request_of_its_user_and_answered()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);

        await device.SendAsync(new { type = "shout", id = "first", data = new { text = "hello" } });

        var answer = await device.NextAsync();
        Assert.Equal(("answer", "first"), (Device.TypeOf(answer), answer.GetProperty("re").GetString()));
        Assert.Equal(("HELLO", member.Id), (answer.GetProperty("data").GetProperty("text").GetString(), answer.GetProperty("data").GetProperty("userId").GetGuid()));
    }

    [Theory]
    [InlineData("no JSON", "realtime.invalid-frame", 400)]
    [InlineData("[]", "realtime.invalid-frame", 400)]
    [InlineData("null", "realtime.invalid-frame", 400)]
    [InlineData("""{"id":"1"}""", "realtime.invalid-frame", 400)]
    [InlineData("""{"type":"shout","surprise":1,"data":{"text":"a"}}""", "realtime.invalid-frame", 400)]
    [InlineData("""{"type":"shout"}""", "realtime.invalid-frame", 400)]
    [InlineData("""{"type":"shout","data":null}""", "realtime.invalid-frame", 400)]
    [InlineData("""{"type":"shout","data":{"words":"a"}}""", "realtime.invalid-frame", 400)]
    [InlineData("""{"type":"whisper","data":{}}""", "realtime.unknown-type", 400)]
    [InlineData("""{"type":"shout","data":{"text":"more than twenty letters"}}""", "invalid-input", 400)]
    [InlineData("""{"type":"shout","data":{"text":"fail"}}""", "internal-error", 500)]
    [InlineData("", "realtime.invalid-frame", 400)]
    public async Task What_is_wrong_with_a_frame_is_said_and_the_connection_stays(string frame, string code, int status)
    {
        await using var app = NotesModule.NewApp(new());
        using var device = await Device.ConnectAsync(app, (await Member.OfAsync(app)).Token);

        await device.SendAsync(frame);
        var error = await device.NextAsync();
        await device.SendAsync("""{"type":"shout","data":{"text":"still here"}}""");

        Assert.Equal("error", Device.TypeOf(error));
        Assert.Equal((code, status), (error.GetProperty("data").GetProperty("code").GetString(), error.GetProperty("data").GetProperty("status").GetInt32()));
        Assert.Equal("answer", Device.TypeOf(await device.NextAsync()));
    }

    [Fact]
    public async Task What_is_no_text_or_too_large_closes_the_connection()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var binary = await Device.ConnectAsync(app, member.Token);
        using var large = await Device.ConnectAsync(app, member.Token);
        using var garbled = await Device.ConnectAsync(app, member.Token);
        using var most = await Device.ConnectAsync(app, member.Token);

        await binary.SendAsync([1, 2, 3], WebSocketMessageType.Binary);
        await large.SendAsync(Encoding.ASCII.GetBytes(new string('a', 50_000)), WebSocketMessageType.Text);
        await garbled.SendAsync([0xff, 0xfe, 0x20], WebSocketMessageType.Text);
        await most.SendAsync(Encoding.ASCII.GetBytes(new string('a', 16 * 1_024)), WebSocketMessageType.Text);

        Assert.Equal(1003, await binary.ClosedAsync());
        Assert.Equal(1009, await large.ClosedAsync());

        // The framework says 1007 and lets go at once, so that a client may hear no more than that it is cut off.
        Assert.Contains(await garbled.CutOffAsync(), new int?[] { 1007, null });
        Assert.Equal("error", Device.TypeOf(await most.NextAsync()));
    }

    [Fact]
    public async Task Who_sends_frames_without_end_is_disconnected()
    {
        await using var app = NotesModule.NewApp(new(), null, ("RateLimiting:Enabled", "true"));
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);

        for (var frame = 0; frame < 60; frame++)
        {
            await device.SendAsync("""{"type":"shout","data":{"text":"a"}}""");
            Assert.Equal("answer", Device.TypeOf(await device.NextAsync()));
        }

        app.Clock.Advance(TimeSpan.FromSeconds(1));
        for (var frame = 0; frame < 10; frame++)
        {
            await device.SendAsync("""{"type":"shout","data":{"text":"a"}}""");
            Assert.Equal("answer", Device.TypeOf(await device.NextAsync()));
        }

        await device.SendAsync("""{"type":"shout","data":{"text":"a"}}""");
        Assert.Equal(4429, await device.ClosedAsync());
    }

    [Fact]
    public async Task What_is_sent_is_a_span_and_counted()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes);
        using var connections = new GaugeOf(app, "systemdesign.realtime.connections");
        using var sent = new MetricsOf(app, "systemdesign.realtime.sent");
        using var closed = new MetricsOf(app, "systemdesign.realtime.closed");
        using var spans = new SpanRecorder("SystemDesign.Realtime");
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);

        await NotesModule.WriteAsync(app, notes, member.Id, "counted");
        await device.NotesAsync(0, 1);
        await device.CloseAsync();

        Assert.Contains(spans.Ended, span => span.DisplayName == "notes push" && (string?)span.GetTagItem("frame") == "note");
        Assert.Equal(2, sent.Count(tags => tags["channel"] is "notes" && tags["transport"] is "websocket"));
        Assert.Equal(1, closed.Count(tags => tags["reason"] is "left"));
    }
}
