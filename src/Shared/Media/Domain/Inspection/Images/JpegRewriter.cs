using System.Buffers.Binary;

namespace SystemDesign.Media.Domain.Inspection.Images;

/// <summary>
/// JPEG (ITU-T T.81, JFIF, Exif 2.3): tables and scans are copied byte for byte; of what programs add, only what decides
/// colours and the orientation. So Exif with its places and its thumbnail, XMP, IPTC, comments, and further pictures of APP2 go,
/// and what follows the end too: the videos and pictures that telephones append. Needs to hold one segment, at most 64 KiB.
/// </summary>
internal sealed class JpegRewriter : IImageRewriter
{
    private const byte Prefix = 0xFF;

    /// <summary>Each makes a decoder go over all pixels again; libjpeg-turbo's advice against bombs is a limit of this size.</summary>
    private const int MaximumScans = 500;

    public ContentType Type => ContentType.Jpeg;

    public Task<ImageSize> RewriteAsync(ContentReader reader, ContentWriter writer, long maximumPixels, CancellationToken cancellationToken) =>
        new Rewriting(reader, writer, new(maximumPixels)).RunAsync(cancellationToken);

    private sealed class Rewriting(ContentReader reader, ContentWriter writer, PixelBudget budget)
    {
        private const int JfifLength = 14;
        private const int AdobeLength = 12;

        private ImageSize? size;
        private int scans;
        private bool hasJfif;
        private bool hasAdobe;
        private bool hasExif;

        public async Task<ImageSize> RunAsync(CancellationToken cancellationToken)
        {
            reader.Advance(2);
            await writer.WriteAsync(new[] { Prefix, JpegMarker.StartOfImage }, cancellationToken);
            while (await MarkerAsync(cancellationToken) is var marker and not JpegMarker.EndOfImage)
            {
                await SegmentAsync(marker, cancellationToken);
            }

            await writer.WriteAsync(new[] { Prefix, JpegMarker.EndOfImage }, cancellationToken);
            await reader.SkipRestAsync(cancellationToken);
            return scans > 0 && size is not null ? size : throw Refusal.Contradicts("it has no picture");
        }

        /// <summary>It may be preceded by any number of 0xFF.</summary>
        private async ValueTask<byte> MarkerAsync(CancellationToken cancellationToken)
        {
            var bytes = await reader.TakeAsync(2, cancellationToken);
            var (prefix, marker) = (bytes.Span[0], bytes.Span[1]);
            while (prefix == Prefix && marker == Prefix)
            {
                marker = (await reader.TakeAsync(1, cancellationToken)).Span[0];
            }

            return prefix == Prefix ? marker : throw Refusal.Contradicts("there is no marker where one must be");
        }

        private async Task SegmentAsync(byte marker, CancellationToken cancellationToken)
        {
            if (!JpegMarker.IsTable(marker) && !JpegMarker.IsFrame(marker) && !JpegMarker.IsApplicationOrComment(marker) && marker != JpegMarker.StartOfScan)
            {
                throw Refusal.Contradicts("it has a marker that no picture of one frame has");
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian((await reader.PeekAsync(2, cancellationToken)) is { Length: 2 } bytes ? bytes.Span : throw Refusal.Truncated());
            if (length < 2)
            {
                throw Refusal.Contradicts("a segment is shorter than its own length");
            }

            var segment = await reader.TakeAsync(length, cancellationToken);
            var content = segment[2..];
            if (JpegMarker.IsApplicationOrComment(marker))
            {
                await WriteAsync(marker, Kept(marker, content), cancellationToken);
                return;
            }

            if (JpegMarker.IsFrame(marker))
            {
                ReadFrame(content.Span);
            }

            await WriteAsync(marker, content, cancellationToken);
            if (marker == JpegMarker.StartOfScan)
            {
                CountScan(content.Span);
                await CopyScanAsync(cancellationToken);
            }
        }

        /// <returns>What remains of the segment; nothing if it goes.</returns>
        private ReadOnlyMemory<byte>? Kept(byte marker, ReadOnlyMemory<byte> content)
        {
            var bytes = content.Span;
            switch (marker)
            {
                case JpegMarker.App0 when !hasJfif && bytes.StartsWith("JFIF\0"u8) && bytes.Length >= JfifLength:
                    hasJfif = true;
                    // Its last two bytes are the size of a thumbnail, which goes.
                    return (byte[])[.. bytes[..(JfifLength - 2)], 0, 0];
                case JpegMarker.App1 when !hasExif && scans == 0 && bytes.StartsWith("Exif\0\0"u8):
                    hasExif = true;
                    return Exif(Orientation.Of(bytes[6..]));
                case JpegMarker.App2 when bytes.StartsWith("ICC_PROFILE\0"u8):
                    return content;
                case JpegMarker.App14 when !hasAdobe && bytes.StartsWith("Adobe"u8) && bytes.Length >= AdobeLength:
                    hasAdobe = true;
                    return content[..AdobeLength];
                default:
                    return null;
            }
        }

        private static ReadOnlyMemory<byte>? Exif(int? orientation)
        {
            if (orientation is not { } turn)
            {
                return null;
            }

            return (byte[])[.. "Exif\0\0"u8, .. Orientation.Tiff(turn)];
        }

        /// <summary>Precision, height, width, and three bytes for each component.</summary>
        private void ReadFrame(ReadOnlySpan<byte> content)
        {
            if (size is not null || content is not [_, _, _, _, _, >= 1 and <= 4, ..] || content.Length != 6 + (3 * content[5]))
            {
                throw Refusal.Contradicts("the head of its frame is not one, or there are two");
            }

            var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
            budget.Spend(width, height);
            size = new(width, height, 1);
        }

        /// <summary>The number of its components, two bytes for each, and three more.</summary>
        private void CountScan(ReadOnlySpan<byte> content)
        {
            scans++;
            if (size is null || content is not [>= 1 and <= 4, ..] || content.Length != 4 + (2 * content[0]) || scans > MaximumScans)
            {
                throw Refusal.Contradicts("the head of a scan is not one, or there are too many");
            }
        }

        /// <summary>To the next marker that is none of the scan's own. In a scan 0xFF is written as 0xFF00.</summary>
        private async Task CopyScanAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                var some = await reader.PeekSomeAsync(cancellationToken);
                var count = some.Span.IndexOf(Prefix);
                if (count < 0)
                {
                    count = some.IsEmpty ? throw Refusal.Truncated() : some.Length;
                }
                else if (count == 0)
                {
                    var pair = await reader.PeekAsync(2, cancellationToken);
                    if (pair.Length < 2)
                    {
                        throw Refusal.Truncated();
                    }

                    if (pair.Span[1] != 0 && !JpegMarker.IsRestart(pair.Span[1]))
                    {
                        return;
                    }

                    some = pair;
                    count = 2;
                }

                await writer.WriteAsync(some[..count], cancellationToken);
                reader.Advance(count);
            }
        }

        private async Task WriteAsync(byte marker, ReadOnlyMemory<byte>? content, CancellationToken cancellationToken)
        {
            if (content is not { } kept)
            {
                return;
            }

            var head = new byte[] { Prefix, marker, 0, 0 };
            BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)(kept.Length + 2));
            await writer.WriteAsync(head, cancellationToken);
            await writer.WriteAsync(kept, cancellationToken);
        }
    }
}
