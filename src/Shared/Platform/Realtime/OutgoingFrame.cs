using System.Buffers;
using System.Text;
using System.Text.Json;
using SystemDesign.Kernel.Realtime;

namespace SystemDesign.Platform.Realtime;

/// <summary>A frame in the bytes that go out, made once for all connections that it goes to.</summary>
/// <param name="type">Kebab case.</param>
/// <param name="position">See <see cref="Frame"/>.</param>
/// <param name="data">JSON in one line.</param>
/// <param name="re">The id of the client's frame that this one answers.</param>
internal sealed class OutgoingFrame(string type, long? position, ReadOnlyMemory<byte> data, string? re = null)
{
    /// <summary>A line that an event stream's reader skips; a WebSocket has pings instead.</summary>
    public static readonly OutgoingFrame Heartbeat = new(string.Empty, null, default) { asEvent = ":\n\n"u8.ToArray() };

    private byte[]? asMessage;
    private byte[]? asEvent;

    public string Type => type;

    public long? Position => position;

    public ReadOnlyMemory<byte> Data => data;

    /// <summary>What it counts in a queue.</summary>
    public int Size => data.Length;

    /// <summary><c>{"type":"notification","id":7,"data":{...}}</c></summary>
    public ReadOnlyMemory<byte> AsMessage => asMessage ??= WriteMessage();

    /// <summary>As WHATWG HTML has it, section 9.2.5; JSON in one line needs no second <c>data</c>.</summary>
    public ReadOnlyMemory<byte> AsEvent => asEvent ??= WriteEvent();

    public static OutgoingFrame Of(Frame frame, JsonSerializerOptions json) =>
        new(frame.Type, frame.Position, JsonSerializer.SerializeToUtf8Bytes(frame.Data, frame.Data.GetType(), json));

    private byte[] WriteMessage()
    {
        var buffer = new ArrayBufferWriter<byte>(data.Length + 64);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, type);
            if (position is { } id)
            {
                writer.WriteNumber("id"u8, id);
            }

            if (re is not null)
            {
                writer.WriteString("re"u8, re);
            }

            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(data.Span, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private byte[] WriteEvent() =>
        [.. Encoding.UTF8.GetBytes(position is { } id ? $"id: {id}\nevent: {type}\ndata: " : $"event: {type}\ndata: "), .. data.Span, .. "\n\n"u8];
}
