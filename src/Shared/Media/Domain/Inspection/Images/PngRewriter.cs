using System.Buffers.Binary;
using System.Text;

namespace SystemDesign.Media.Domain.Inspection.Images;

/// <summary>
/// PNG (third edition, with APNG): chunks that a decoder needs or that change what is seen are copied byte for byte, others go, and
/// what follows the end too. Checks of chunks are verified. Holds 64 KiB, however long a chunk is.
/// </summary>
internal sealed class PngRewriter : IImageRewriter
{
    private const int SignatureLength = 8;

    /// <summary>
    /// Transparency, colours (profile, gamma, primaries, HDR), significant bits, background, and the shape of pixels. The profile's own
    /// name stays with it. Not the suggestions <c>sPLT</c> and <c>hIST</c>, nor texts and times.
    /// </summary>
    private static readonly HashSet<string> SeenChunks = ["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs"];

    private static readonly HashSet<string> AnimationChunks = ["acTL", "fcTL", "fdAT"];

    public ContentType Type => ContentType.Png;

    public Task<ImageSize> RewriteAsync(ContentReader reader, ContentWriter writer, long maximumPixels, CancellationToken cancellationToken) =>
        new Rewriting(reader, writer, new(maximumPixels)).RunAsync(cancellationToken);

    private sealed class Rewriting(ContentReader reader, ContentWriter writer, PixelBudget budget)
    {
        private const int HeadLength = 8;
        private const int HeaderLength = 13;
        private const int AnimationLength = 8;
        private const int FrameLength = 26;

        private ImageSize? size;
        private int framesSeen;
        private bool isAnimated;
        private bool hasData;
        private bool isInData;
        private bool hasExif;

        public async Task<ImageSize> RunAsync(CancellationToken cancellationToken)
        {
            await writer.WriteAsync(await reader.TakeAsync(SignatureLength, cancellationToken), cancellationToken);
            while (await ChunkAsync(cancellationToken) is not "IEND")
            {
                // Each is dealt with by itself.
            }

            await reader.SkipRestAsync(cancellationToken);
            return size is null || !hasData ? throw Refusal.Contradicts("it has no picture")
                : isAnimated && framesSeen != size.Frames ? throw Refusal.Contradicts("it has not as many frames as it says")
                : size;
        }

        private async Task<string> ChunkAsync(CancellationToken cancellationToken)
        {
            var head = await reader.TakeAsync(HeadLength, cancellationToken);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head.Span);
            var type = Encoding.Latin1.GetString(head.Span[4..]);
            if (length > int.MaxValue || !type.All(char.IsAsciiLetter))
            {
                throw Refusal.Contradicts("a chunk has no length or no name");
            }

            var beginning = head.ToArray();
            if (type == "eXIf")
            {
                await ExifAsync(beginning, length, cancellationToken);
            }
            else
            {
                await CheckAsync(type, length, cancellationToken);
                await PassAsync(beginning, length, IsKept(type), cancellationToken);
            }

            return type;
        }

        private bool IsKept(string type) => type switch
        {
            "IHDR" or "PLTE" or "IDAT" or "IEND" => true,
            _ when AnimationChunks.Contains(type) => isAnimated,
            _ when char.IsAsciiLetterUpper(type[0]) => throw Refusal.Contradicts("it has a chunk that no decoder knows and all must"),
            _ => SeenChunks.Contains(type),
        };

        private async Task CheckAsync(string type, long length, CancellationToken cancellationToken)
        {
            if (size is null != type is "IHDR")
            {
                throw Refusal.Contradicts("it does not begin with its one header");
            }

            if (type is "IDAT" && hasData && !isInData)
            {
                throw Refusal.Contradicts("its data are not in one piece");
            }

            isInData = type is "IDAT";
            hasData |= isInData;
            switch (type)
            {
                case "IHDR":
                    ReadHeader(await ContentAsync(length, HeaderLength, cancellationToken));
                    break;
                case "acTL":
                    ReadAnimation(await ContentAsync(length, AnimationLength, cancellationToken));
                    break;
                case "fcTL" when isAnimated:
                    ReadFrame(await ContentAsync(length, FrameLength, cancellationToken));
                    break;
                case "IEND" when length != 0:
                    throw Refusal.Contradicts("its end has content");
                default:
                    break;
            }
        }

        /// <summary>Looked at, and still to be taken.</summary>
        private async ValueTask<ReadOnlyMemory<byte>> ContentAsync(long length, int expected, CancellationToken cancellationToken)
        {
            if (length != expected)
            {
                throw Refusal.Contradicts("a chunk has not the length of its kind");
            }

            var content = await reader.PeekAsync(expected, cancellationToken);
            return content.Length == expected ? content : throw Refusal.Truncated();
        }

        /// <summary>Width, height, bits, kind of colour, and the only compression and filter there are, interlaced or not.</summary>
        private void ReadHeader(ReadOnlyMemory<byte> content)
        {
            var bytes = content.Span;
            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes), BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]));
            var isColour = (bytes[9], bytes[8]) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
            if (width > int.MaxValue || height > int.MaxValue || !isColour || bytes[10..] is not [0, 0, 0 or 1])
            {
                throw Refusal.Contradicts("its header is not one");
            }

            budget.Spend(width, height);
            size = new((int)width, (int)height, 1);
        }

        /// <summary>The number of frames, each of which is drawn on all of the picture.</summary>
        private void ReadAnimation(ReadOnlyMemory<byte> content)
        {
            var frames = BinaryPrimitives.ReadUInt32BigEndian(content.Span);
            if (isAnimated || hasData || frames is 0 or > int.MaxValue)
            {
                throw Refusal.Contradicts("its animation has no frames, or comes twice or too late");
            }

            budget.Spend(size!.Width, size.Height, frames - 1);
            size = size with { Frames = (int)frames };
            isAnimated = true;
        }

        private void ReadFrame(ReadOnlyMemory<byte> content)
        {
            var numbers = new long[4];
            for (var number = 0; number < numbers.Length; number++)
            {
                numbers[number] = BinaryPrimitives.ReadUInt32BigEndian(content.Span[(4 + (4 * number))..]);
            }

            if (numbers is not [> 0, > 0, _, _] || numbers[0] + numbers[2] > size!.Width || numbers[1] + numbers[3] > size.Height)
            {
                throw Refusal.Contradicts("a frame lies outside of the picture");
            }

            framesSeen++;
        }

        /// <summary>To the output or to nowhere, with its check compared.</summary>
        private async Task PassAsync(byte[] head, long length, bool isKept, CancellationToken cancellationToken)
        {
            var check = new Crc32();
            check.Add(head.AsSpan(4));
            if (isKept)
            {
                await writer.WriteAsync(head, cancellationToken);
            }

            while (length > 0)
            {
                var some = await reader.PeekSomeAsync(cancellationToken);
                some = some.IsEmpty ? throw Refusal.Truncated() : some[..(int)Math.Min(length, some.Length)];
                check.Add(some.Span);
                if (isKept)
                {
                    await writer.WriteAsync(some, cancellationToken);
                }

                reader.Advance(some.Length);
                length -= some.Length;
            }

            var end = await reader.TakeAsync(sizeof(uint), cancellationToken);
            if (BinaryPrimitives.ReadUInt32BigEndian(end.Span) != check.Value)
            {
                throw Refusal.Contradicts("a chunk's check is wrong");
            }

            if (isKept)
            {
                await writer.WriteAsync(end, cancellationToken);
            }
        }

        private async Task ExifAsync(byte[] head, long length, CancellationToken cancellationToken)
        {
            if (size is null)
            {
                throw Refusal.Contradicts("it does not begin with its header");
            }

            isInData = false;
            var beginning = await reader.PeekAsync((int)Math.Min(length, ContentReader.Window), cancellationToken);
            var orientation = hasExif ? null : Orientation.Of(beginning.Span);
            hasExif = true;
            await PassAsync(head, length, isKept: false, cancellationToken);
            if (orientation is { } turn)
            {
                await writer.WriteAsync(Chunk("eXIf"u8, Orientation.Tiff(turn)), cancellationToken);
            }
        }

        private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
        {
            var check = new Crc32();
            check.Add(type);
            check.Add(content);
            byte[] chunk = [0, 0, 0, 0, .. type, .. content, 0, 0, 0, 0];
            BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
            BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - sizeof(uint)), check.Value);
            return chunk;
        }
    }
}
