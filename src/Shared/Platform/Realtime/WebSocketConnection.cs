using System.Buffers;
using System.Net.WebSockets;

namespace SystemDesign.Platform.Realtime;

/// <summary>Over a WebSocket (RFC 6455). While nothing comes it waits without a buffer.</summary>
/// <param name="channel">See <see cref="Connection"/>.</param>
/// <param name="visitor">See <see cref="Connection"/>.</param>
/// <param name="surroundings">See <see cref="Connection"/>.</param>
/// <param name="incoming">What becomes of frames that come.</param>
internal sealed class WebSocketConnection(Channel channel, Visitor visitor, Surroundings surroundings, Incoming incoming)
    : Connection(channel, visitor, surroundings)
{
    /// <summary>Bytes of a client's frame.</summary>
    private const int MaximumFrame = 16 * 1_024;

    private WebSocket? socket;
    private Allowance allowance = new(surroundings.Clock);

    public override string Transport => WebSocket;

    /// <param name="accepted">Is the connection's from now on.</param>
    public void Have(WebSocket accepted) => socket = accepted;

    public override async Task StayAsync()
    {
        using var accepted = socket!;
        try
        {
            while (await accepted.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } begun)
            {
                await ReceiveAsync(begun);
            }

            await End(Ending.Left);
        }
        catch (Exception exception)
        {
            Surroundings.Log.Lost(exception, Channel.Name);
            if (accepted.State is not WebSocketState.CloseSent)
            {
                // It is gone, or gave no sign of life. Otherwise it sent what is no frame or no UTF-8, and the framework has told it so.
                accepted.Abort();
            }

            await End(Ending.Lost);
        }
    }

    public override void Abort() => socket?.Abort();

    protected override ValueTask SendAsync(OutgoingFrame frame) =>
        socket!.SendAsync(frame.AsMessage, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);

    protected override Task CloseAsync(Ending why) => why == Ending.Lost
        ? Task.CompletedTask
        : socket!.CloseOutputAsync((WebSocketCloseStatus)why.Code, why.Text, CancellationToken.None);

    private async Task ReceiveAsync(ValueWebSocketReceiveResult received)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaximumFrame);
        try
        {
            var length = 0;
            while (!received.EndOfMessage && length < MaximumFrame)
            {
                received = await socket!.ReceiveAsync(buffer.AsMemory(length, MaximumFrame - length), CancellationToken.None);
                length += received.Count;
            }

            await TakeAsync(received, buffer.AsMemory(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private async Task TakeAsync(ValueWebSocketReceiveResult received, ReadOnlyMemory<byte> frame)
    {
        if (IsEnding)
        {
            return;
        }

        if (!received.EndOfMessage)
        {
            _ = End(Ending.TooLarge);
        }
        else if (received.MessageType is not WebSocketMessageType.Text)
        {
            _ = End(Ending.NotText);
        }
        else if (Surroundings.IsLimited && !allowance.TryTake())
        {
            _ = End(Ending.TooMany);
        }
        else
        {
            Surroundings.Metrics.Received(this);
            if (await incoming.AnswerAsync(this, frame) is { } answer)
            {
                Reply(answer);
            }
        }
    }
}
