using System.Buffers.Binary;
using System.Text;

namespace SystemDesign.Tests.Integration.Support.Otlp;

/// <summary>
/// A message of Protocol Buffers as it is on the wire, https://protobuf.dev/programming-guides/encoding/: enough to read by
/// field number what an exporter wrote, with no generated code that would share its mistakes.
/// </summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> fields = [];

    public ProtobufMessage(ReadOnlyMemory<byte> wire)
    {
        while (!wire.IsEmpty)
        {
            var tag = Varint(ref wire);
            var (number, bytes) = (tag & 7) switch
            {
                0 => (Varint(ref wire), default(ReadOnlyMemory<byte>)),
                1 => (BinaryPrimitives.ReadUInt64LittleEndian(Take(ref wire, 8).Span), default),
                2 => (0UL, Take(ref wire, (int)Varint(ref wire))),
                5 => (BinaryPrimitives.ReadUInt32LittleEndian(Take(ref wire, 4).Span), default),
                var type => throw new InvalidDataException($"Protocol Buffers have no wire type {type}."),
            };
            fields.Add(((int)(tag >> 3), number, bytes));
        }
    }

    public bool Has(int field) => fields.Exists(found => found.Field == field);

    /// <summary>As Protocol Buffers have it: what is not on the wire is zero, and empty.</summary>
    public ulong Number(int field) => fields.LastOrDefault(found => found.Field == field).Number;

    public ReadOnlyMemory<byte> Bytes(int field) => fields.LastOrDefault(found => found.Field == field).Bytes;

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Span);

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field).Span);

    public ProtobufMessage Message(int field) => new(Bytes(field));

    public IEnumerable<ProtobufMessage> Messages(int field) =>
        fields.Where(found => found.Field == field).Select(found => new ProtobufMessage(found.Bytes));

    public double[] PackedDoubles(int field) =>
        [.. Enumerable.Range(0, Bytes(field).Length / 8).Select(index => BinaryPrimitives.ReadDoubleLittleEndian(Bytes(field).Span[(index * 8)..]))];

    private static ulong Varint(ref ReadOnlyMemory<byte> wire)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var octet = Take(ref wire, 1).Span[0];
            value |= (ulong)(octet & 0x7F) << shift;
            if (octet < 0x80)
            {
                return value;
            }
        }
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> wire, int length)
    {
        var taken = wire[..length];
        wire = wire[length..];
        return taken;
    }
}
