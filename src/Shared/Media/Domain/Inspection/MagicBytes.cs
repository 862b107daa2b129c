using System.Buffers.Binary;
using System.Text;

namespace SystemDesign.Media.Domain.Inspection;

/// <summary>
/// Knows a format by the bytes that it begins with, as its own specification demands them. Where bytes could be two things,
/// the one that they begin as counts: that is how they will be served, and nothing else looks at them.
/// </summary>
internal static class MagicBytes
{
    /// <summary>How many bytes from the beginning are looked at.</summary>
    public const int Needed = 4096;

    private const int LocalHeader = 30;

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    /// <returns>Nothing, if it is none of the formats that have such bytes: perhaps it is text.</returns>
    public static ContentType? TypeOf(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => ContentType.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ContentType.Png,
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => ContentType.Gif,
        _ when head.StartsWith("RIFF"u8) && Has(head, 8, "WEBP"u8) => ContentType.WebP,
        _ when head.StartsWith("RIFF"u8) && Has(head, 8, "WAVE"u8) => ContentType.Wav,
        _ when Has(head, 4, "ftyp"u8) => IsoMedia(head),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => Matroska(head),
        _ when head.StartsWith("OggS"u8) => ContentType.Ogg,
        _ when head.StartsWith("ID3"u8) || IsMp3Frame(head) => ContentType.Mp3,
        _ when head.StartsWith("%PDF-"u8) => ContentType.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => Archive(head),
        [(byte)'P', (byte)'K', 5, 6, ..] => ContentType.Zip,
        _ => null,
    };

    private static bool Has(ReadOnlySpan<byte> head, int offset, ReadOnlySpan<byte> bytes) =>
        head.Length >= offset + bytes.Length && head.Slice(offset, bytes.Length).SequenceEqual(bytes);

    /// <summary>
    /// ISO/IEC 14496-12: the major brand, a version, and the compatible brands. AVIF goes by <c>avif</c> or <c>avis</c>, also among
    /// the compatible ones; for HEIF's general brands <c>mif1</c> and <c>msf1</c> only this tells the two apart.
    /// </summary>
    private static ContentType IsoMedia(ReadOnlySpan<byte> head)
    {
        var length = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        var brands = new List<string>();
        for (var at = 8; at + 4 <= length; at += 4)
        {
            if (at != 12)
            {
                brands.Add(Encoding.Latin1.GetString(head.Slice(at, 4)));
            }
        }

        return brands switch
        {
            [] => ContentType.Bytes,
            _ when brands.Contains("avif") || brands.Contains("avis") => ContentType.Avif,
            [var major, ..] when HeicBrands.Contains(major) => ContentType.Heic,
            ["qt  ", ..] => ContentType.QuickTime,
            ["M4A " or "M4B ", ..] => ContentType.Mp4Audio,
            _ => ContentType.Mp4,
        };
    }

    /// <summary>The document type is the element 0x4282 of the head (RFC 8794).</summary>
    private static ContentType Matroska(ReadOnlySpan<byte> head)
    {
        var beginning = head[..Math.Min(head.Length, 64)];
        return beginning.IndexOf("webm"u8) > 0 ? ContentType.WebM
            : beginning.IndexOf("matroska"u8) > 0 ? ContentType.Matroska
            : ContentType.Bytes;
    }

    /// <summary>Eleven bits of synchronisation, then MPEG 1 or 2, layer III, and a bit rate and frequency that exist (ISO/IEC 11172-3).</summary>
    private static bool IsMp3Frame(ReadOnlySpan<byte> head) =>
        head is [0xFF, var version, var rate, _, ..]
        && (version & 0xE0) == 0xE0
        && (version & 0x18) != 0x08
        && (version & 0x06) == 0x02
        && (rate & 0xF0) is not (0x00 or 0xF0)
        && (rate & 0x0C) != 0x0C;

    /// <summary>
    /// Office's documents (ECMA-376) are archives that begin with the list of their parts, and soon come to the folder of the
    /// program. Anything else, or one that does so late, is an archive.
    /// </summary>
    private static ContentType Archive(ReadOnlySpan<byte> head)
    {
        if (!NameOf(head).StartsWith("[Content_Types].xml"u8) && !NameOf(head).StartsWith("_rels/"u8))
        {
            return ContentType.Zip;
        }

        for (var rest = head; rest.IndexOf("PK\x03\x04"u8) is var at and >= 0; rest = rest[(at + 4)..])
        {
            var name = NameOf(rest[at..]);
            if (name.StartsWith("word/"u8))
            {
                return ContentType.Word;
            }

            if (name.StartsWith("xl/"u8))
            {
                return ContentType.Excel;
            }

            if (name.StartsWith("ppt/"u8))
            {
                return ContentType.PowerPoint;
            }
        }

        return ContentType.Zip;
    }

    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> entry) => entry.Length > LocalHeader ? entry[LocalHeader..] : [];
}
