using System.Buffers.Binary;

namespace SystemDesign.Media.Domain.Inspection.Images;

/// <summary>
/// How a picture is turned when it is shown: the tag 0x0112 of Exif, 1 to 8, which is all that is kept of it. Exif is laid out as
/// TIFF 6.0: a head that names the byte order and the place of a list of tags of twelve bytes.
/// </summary>
internal static class Orientation
{
    /// <summary>Bytes of <see cref="Tiff"/>.</summary>
    public const int TiffLength = 26;

    private const int Head = 8;
    private const int EntryLength = 12;
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;

    /// <returns>1 to 8; nothing, if there is none, another, or no Exif that can be read.</returns>
    public static int? Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < Head || ReaderOf(tiff) is not { } isBigEndian || U16(tiff, 2, isBigEndian) != 42)
        {
            return null;
        }

        var list = U32(tiff, 4, isBigEndian);
        if (list < Head || list + 2 > tiff.Length)
        {
            return null;
        }

        var entries = U16(tiff, (int)list, isBigEndian);
        for (var at = list + 2; entries > 0 && at + EntryLength <= tiff.Length; at += EntryLength, entries--)
        {
            var entry = tiff.Slice((int)at, EntryLength);
            if (U16(entry, 0, isBigEndian) == Tag)
            {
                var isOne = U16(entry, 2, isBigEndian) == Short && U32(entry, 4, isBigEndian) == 1;
                return isOne && U16(entry, 8, isBigEndian) is >= 1 and <= 8 and var turn ? turn : null;
            }
        }

        return null;
    }

    /// <summary>Exif of ours with that one tag.</summary>
    public static byte[] Tiff(int orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42,
        0, 0, 0, Head,
        0, 1,
        0x01, 0x12, 0, (byte)Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static bool? ReaderOf(ReadOnlySpan<byte> tiff) => tiff switch
    {
        [(byte)'M', (byte)'M', ..] => true,
        [(byte)'I', (byte)'I', ..] => false,
        _ => null,
    };

    private static ushort U16(ReadOnlySpan<byte> bytes, int at, bool isBigEndian) => isBigEndian
        ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long U32(ReadOnlySpan<byte> bytes, int at, bool isBigEndian) => isBigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
