using System.Buffers.Binary;
using System.Text;

namespace SystemDesign.Media.Domain.Inspection.Images;

/// <summary>
/// WebP (RFC 9649): pictures, transparency, colour profile and animation are copied byte for byte; XMP, chunks of no known kind and
/// what follows the end go, and of Exif all but the orientation. The lengths and flags that stand before what they are about are
/// corrected when it has been written. Holds 64 KiB, however long a chunk is.
/// </summary>
internal sealed class WebPRewriter : IImageRewriter
{
    public ContentType Type => ContentType.WebP;

    public Task<ImageSize> RewriteAsync(ContentReader reader, ContentWriter writer, long maximumPixels, CancellationToken cancellationToken) =>
        new Rewriting(reader, writer, new(maximumPixels)).RunAsync(cancellationToken);

    private sealed class Rewriting(ContentReader reader, ContentWriter writer, PixelBudget budget)
    {
        private const int RiffLength = 12;
        private const int HeadLength = 8;
        private const int ExtendedLength = 10;
        private const int FrameLength = 16;
        private const int LengthAt = 4;
        private const int FlagsAt = RiffLength + HeadLength;

        /// <summary>The most of a chunk's beginning that says how large a picture is.</summary>
        private const int BitstreamHead = 10;

        private const byte ProfileFlag = 0x20;
        private const byte AlphaFlag = 0x10;
        private const byte ExifFlag = 0x08;
        private const byte AnimationFlag = 0x02;

        private bool isExtended;
        private byte flags;
        private int width;
        private int height;
        private int frames;
        private bool hasAnimation;
        private bool hasAlpha;
        private bool hasProfile;
        private bool hasExif;
        private bool hasOrientation;

        private bool IsAnimated => (flags & AnimationFlag) != 0;

        public async Task<ImageSize> RunAsync(CancellationToken cancellationToken)
        {
            var riff = await reader.TakeAsync(RiffLength, cancellationToken);
            var left = BinaryPrimitives.ReadUInt32LittleEndian(riff.Span[LengthAt..]) - 4L;
            await writer.WriteAsync(riff, cancellationToken);
            for (var isFirst = true; left >= HeadLength; isFirst = false)
            {
                left -= await ChunkAsync(isFirst, left, cancellationToken);
            }

            if (frames == 0)
            {
                throw Refusal.Contradicts("it has no picture");
            }

            await reader.SkipRestAsync(cancellationToken);
            await CorrectLengthAsync(LengthAt, HeadLength, cancellationToken);
            if (isExtended)
            {
                var kept = flags & (AlphaFlag | AnimationFlag);
                await writer.CorrectAsync(FlagsAt, new[] { (byte)(kept | (hasProfile ? ProfileFlag : 0) | (hasOrientation ? ExifFlag : 0)) }, cancellationToken);
            }

            return new(width, height, frames);
        }

        /// <returns>How many bytes it took.</returns>
        private async Task<long> ChunkAsync(bool isFirst, long left, CancellationToken cancellationToken)
        {
            var (type, length) = await HeadAsync(left, cancellationToken);
            switch (type)
            {
                case "VP8X" when isFirst:
                    await ExtendedAsync(length, cancellationToken);
                    break;
                case "VP8 " or "VP8L" when isFirst || (isExtended && !IsAnimated && frames == 0):
                    await PictureAsync(type, length, isFirst, cancellationToken);
                    break;
                case "ALPH" when isExtended && !IsAnimated && frames == 0 && !hasAlpha:
                    hasAlpha = true;
                    await CopyAsync(type, length, cancellationToken);
                    break;
                case "ICCP" when isExtended && !hasProfile:
                    hasProfile = true;
                    await CopyAsync(type, length, cancellationToken);
                    break;
                case "ANIM" when IsAnimated && !hasAnimation && length == 6:
                    hasAnimation = true;
                    await CopyAsync(type, length, cancellationToken);
                    break;
                case "ANMF" when hasAnimation:
                    await FrameAsync(length, cancellationToken);
                    break;
                case "EXIF" when isExtended && !hasExif:
                    await ExifAsync(length, cancellationToken);
                    break;
                case "VP8X" or "VP8 " or "VP8L" or "ALPH" or "ANIM" or "ANMF" when isExtended || isFirst:
                    throw Refusal.Contradicts("a part of the picture is where it cannot be");
                default:
                    if (isFirst)
                    {
                        throw Refusal.Contradicts("it does not begin with a picture");
                    }

                    await reader.SkipAsync(length, cancellationToken);
                    break;
            }

            return HeadLength + length + await PaddingAsync(length, left - HeadLength - length, cancellationToken);
        }

        private async ValueTask<(string Type, long Length)> HeadAsync(long left, CancellationToken cancellationToken)
        {
            var head = await reader.TakeAsync(HeadLength, cancellationToken);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head.Span[4..]);
            return length <= left - HeadLength ? (Encoding.Latin1.GetString(head.Span[..4]), length)
                : throw Refusal.Contradicts("a chunk is longer than what it is in");
        }

        /// <summary>Flags, three bytes of nothing, and the width and height less one.</summary>
        private async Task ExtendedAsync(long length, CancellationToken cancellationToken)
        {
            if (length != ExtendedLength)
            {
                throw Refusal.Contradicts("its header has not its length");
            }

            var content = await reader.TakeAsync(ExtendedLength, cancellationToken);
            isExtended = true;
            flags = content.Span[0];
            (width, height) = (1 + U24(content.Span[4..]), 1 + U24(content.Span[7..]));
            await WriteHeadAsync("VP8X", ExtendedLength, cancellationToken);
            await writer.WriteAsync((byte[])[flags, 0, 0, 0, .. content.Span[4..]], cancellationToken);
        }

        private async Task PictureAsync(string type, long length, bool isSimple, CancellationToken cancellationToken)
        {
            var size = await BitstreamAsync(type, length, cancellationToken);
            if (isSimple)
            {
                (width, height) = size;
            }

            if (size != (width, height))
            {
                throw Refusal.Contradicts("its header tells another size than its picture");
            }

            budget.Spend(width, height);
            frames = 1;
            await CopyAsync(type, length, cancellationToken);
        }

        /// <summary>Half the place, the size less one, a time and flags; then transparency and picture as a still one has them.</summary>
        private async Task FrameAsync(long length, CancellationToken cancellationToken)
        {
            if (length < FrameLength)
            {
                throw Refusal.Contradicts("a frame has not its length");
            }

            var start = writer.Bytes;
            var head = (await reader.TakeAsync(FrameLength, cancellationToken)).ToArray();
            var size = (1 + U24(head.AsSpan(6)), 1 + U24(head.AsSpan(9)));
            if ((2 * U24(head)) + size.Item1 > width || (2 * U24(head.AsSpan(3))) + size.Item2 > height)
            {
                throw Refusal.Contradicts("a frame lies outside of the picture");
            }

            budget.Spend(width, height);
            frames++;
            await WriteHeadAsync("ANMF", 0, cancellationToken);
            await writer.WriteAsync(head, cancellationToken);
            await FramePartsAsync(length - FrameLength, size, cancellationToken);
            await CorrectLengthAsync(start + LengthAt, start + HeadLength, cancellationToken);
        }

        private async Task FramePartsAsync(long left, (int Width, int Height) size, CancellationToken cancellationToken)
        {
            var (hasTransparency, hasPicture) = (false, false);
            while (left >= HeadLength)
            {
                var (type, length) = await HeadAsync(left, cancellationToken);
                switch (type)
                {
                    case "ALPH" when !hasTransparency && !hasPicture:
                        hasTransparency = true;
                        await CopyAsync(type, length, cancellationToken);
                        break;
                    case "VP8 " or "VP8L" when !hasPicture && await BitstreamAsync(type, length, cancellationToken) == size:
                        hasPicture = true;
                        await CopyAsync(type, length, cancellationToken);
                        break;
                    case "ALPH" or "VP8 " or "VP8L":
                        throw Refusal.Contradicts("a frame has two pictures, or tells another size than its picture");
                    default:
                        await reader.SkipAsync(length, cancellationToken);
                        break;
                }

                left -= HeadLength + length;
                left -= await PaddingAsync(length, left, cancellationToken);
            }

            await reader.SkipAsync(left, cancellationToken);
            if (!hasPicture)
            {
                throw Refusal.Contradicts("a frame has no picture");
            }
        }

        /// <summary>The size that the picture itself tells: RFC 6386, 9.1, and RFC 9649, 3.4.</summary>
        private async ValueTask<(int Width, int Height)> BitstreamAsync(string type, long length, CancellationToken cancellationToken)
        {
            var head = (await reader.PeekAsync((int)Math.Min(length, BitstreamHead), cancellationToken)).ToArray();
            return (type, head) switch
            {
                // A key frame, which is shown.
                ("VP8 ", [var tag, _, _, 0x9D, 0x01, 0x2A, ..]) when head.Length == BitstreamHead && (tag & 0x11) == 0x10 =>
                    (BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6)) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)) & 0x3FFF),
                ("VP8L", [0x2F, _, _, _, var version, ..]) when (version & 0xE0) == 0 && BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(1)) is var bits =>
                    (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF)),
                _ => throw Refusal.Contradicts("its picture is not one"),
            };
        }

        /// <summary>Some programs write Exif as in JPEG, with its name before it.</summary>
        private async Task ExifAsync(long length, CancellationToken cancellationToken)
        {
            hasExif = true;
            var beginning = (await reader.PeekAsync((int)Math.Min(length, ContentReader.Window), cancellationToken)).Span;
            var orientation = Orientation.Of(beginning.StartsWith("Exif\0\0"u8) ? beginning[6..] : beginning);
            await reader.SkipAsync(length, cancellationToken);
            if (orientation is { } turn)
            {
                hasOrientation = true;
                await WriteHeadAsync("EXIF", Orientation.TiffLength, cancellationToken);
                await writer.WriteAsync(Orientation.Tiff(turn), cancellationToken);
            }
        }

        private async Task CopyAsync(string type, long length, CancellationToken cancellationToken)
        {
            await WriteHeadAsync(type, (uint)length, cancellationToken);
            await reader.CopyAsync(length, writer, cancellationToken);
            if (length % 2 != 0)
            {
                await writer.WriteAsync(new byte[1], cancellationToken);
            }
        }

        /// <summary>A chunk of odd length is followed by a byte, which some programs forget at the end.</summary>
        private async ValueTask<int> PaddingAsync(long length, long left, CancellationToken cancellationToken)
        {
            if (length % 2 == 0 || left == 0)
            {
                return 0;
            }

            await reader.TakeAsync(1, cancellationToken);
            return 1;
        }

        private async Task WriteHeadAsync(string type, uint length, CancellationToken cancellationToken)
        {
            var head = new byte[HeadLength];
            Encoding.Latin1.GetBytes(type, head);
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), length);
            await writer.WriteAsync(head, cancellationToken);
        }

        private async Task CorrectLengthAsync(long at, long from, CancellationToken cancellationToken)
        {
            var length = new byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)(writer.Bytes - from));
            await writer.CorrectAsync(at, length, cancellationToken);
        }

        private static int U24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
    }
}
