using Microsoft.AspNetCore.Http;

namespace SystemDesign.Platform.Realtime;

/// <summary>Over <c>text/event-stream</c>: frames go out, and nothing comes in.</summary>
internal sealed class EventStreamConnection(Channel channel, Visitor visitor, Surroundings surroundings, HttpContext http)
    : Connection(channel, visitor, surroundings)
{
    /// <summary>For the reader to come back when the stream is cut: a second.</summary>
    private static readonly byte[] Retry = "retry: 1000\n\n"u8.ToArray();

    private static readonly byte[] Expired = "event: expired\ndata: {}\n\n"u8.ToArray();

    private DateTimeOffset lastSent = surroundings.Clock.GetUtcNow();

    public override string Transport => EventStream;

    /// <summary>Begins the answer.</summary>
    public async Task OpenAsync()
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.Body.WriteAsync(Retry, CancellationToken.None);
    }

    public override async Task StayAsync()
    {
        await using var onLeave = http.RequestAborted.UnsafeRegister(static connection => ((Connection)connection!).End(Ending.Lost), this);
        await Ended;
    }

    public override void Abort() => http.Abort();

    protected override void Beat(DateTimeOffset now)
    {
        if (now - lastSent >= Surroundings.Heartbeat)
        {
            Reply(OutgoingFrame.Heartbeat);
        }
    }

    protected override async ValueTask SendAsync(OutgoingFrame frame)
    {
        lastSent = Surroundings.Clock.GetUtcNow();
        await http.Response.BodyWriter.WriteAsync(frame.AsEvent, CancellationToken.None);
    }

    /// <summary>A reader comes back by itself, which it need not with a token that is not good any more.</summary>
    protected override async Task CloseAsync(Ending why)
    {
        if (why.IsOfToken)
        {
            await http.Response.BodyWriter.WriteAsync(Expired, CancellationToken.None);
        }
    }
}
