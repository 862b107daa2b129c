using System.Buffers.Binary;
using System.Text;
using SystemDesign.Media.Domain.Inspection.Images;

namespace SystemDesign.Tests.Unit.Media.Support;

/// <summary>PNG files that are other than they were, with checks that are right.</summary>
internal static class Chunks
{
    public static byte[] Rewrite(byte[] png, string type, Action<byte[]> change)
    {
        var rewritten = png.ToArray();
        var at = rewritten.AsSpan().IndexOf(Encoding.ASCII.GetBytes(type));
        var length = BinaryPrimitives.ReadInt32BigEndian(rewritten.AsSpan(at - 4));
        var content = rewritten[(at + 4)..(at + 4 + length)];
        change(content);
        content.CopyTo(rewritten, at + 4);

        var check = new Crc32();
        check.Add(rewritten.AsSpan(at, 4 + length));
        BinaryPrimitives.WriteUInt32BigEndian(rewritten.AsSpan(at + 4 + length), check.Value);
        return rewritten;
    }
}
