using System.Buffers.Binary;

namespace SystemDesign.Media.Domain.Inspection.Images;

/// <summary>
/// GIF (87a and 89a): pictures, colours and times are copied byte for byte; comments, texts and what programs add go, but for how
/// often an animation is repeated; so does what follows the end. Needs to hold 768 bytes.
/// </summary>
internal sealed class GifRewriter : IImageRewriter
{
    public ContentType Type => ContentType.Gif;

    public Task<ImageSize> RewriteAsync(ContentReader reader, ContentWriter writer, long maximumPixels, CancellationToken cancellationToken) =>
        new Rewriting(reader, writer, new(maximumPixels)).RunAsync(cancellationToken);

    private sealed class Rewriting(ContentReader reader, ContentWriter writer, PixelBudget budget)
    {
        private const byte Picture = 0x2C;
        private const byte Extension = 0x21;
        private const byte End = 0x3B;
        private const byte Control = 0xF9;
        private const byte Application = 0xFF;
        private const int ControlLength = 4;
        private const int ApplicationLength = 11;

        private int width;
        private int height;
        private int frames;

        public async Task<ImageSize> RunAsync(CancellationToken cancellationToken)
        {
            var head = await reader.TakeAsync(13, cancellationToken);
            width = BinaryPrimitives.ReadUInt16LittleEndian(head.Span[6..]);
            height = BinaryPrimitives.ReadUInt16LittleEndian(head.Span[8..]);
            var colours = ColoursOf(head.Span[10]);
            await writer.WriteAsync(head, cancellationToken);
            await reader.CopyAsync(colours, writer, cancellationToken);
            while (await ByteAsync(cancellationToken) is var block and not End)
            {
                await BlockAsync(block, cancellationToken);
            }

            await writer.WriteAsync(new[] { End }, cancellationToken);
            await reader.SkipRestAsync(cancellationToken);
            return frames > 0 ? new(width, height, frames) : throw Refusal.Contradicts("it has no picture");
        }

        private Task BlockAsync(byte block, CancellationToken cancellationToken) => block switch
        {
            Picture => PictureAsync(cancellationToken),
            Extension => ExtensionAsync(cancellationToken),
            _ => throw Refusal.Contradicts("it has a block of no kind"),
        };

        /// <summary>Place, size, and perhaps colours; the size of the first codes; then the data.</summary>
        private async Task PictureAsync(CancellationToken cancellationToken)
        {
            var head = await reader.TakeAsync(9, cancellationToken);
            var right = BinaryPrimitives.ReadUInt16LittleEndian(head.Span) + BinaryPrimitives.ReadUInt16LittleEndian(head.Span[4..]);
            var bottom = BinaryPrimitives.ReadUInt16LittleEndian(head.Span[2..]) + BinaryPrimitives.ReadUInt16LittleEndian(head.Span[6..]);
            if (right > width || bottom > height)
            {
                throw Refusal.Contradicts("a frame lies outside of the picture");
            }

            budget.Spend(width, height);
            frames++;
            var colours = ColoursOf(head.Span[8]);
            await writer.WriteAsync(new[] { Picture }, cancellationToken);
            await writer.WriteAsync(head, cancellationToken);
            await reader.CopyAsync(colours + 1, writer, cancellationToken);
            await PartsAsync(isKept: true, cancellationToken);
        }

        private async Task ExtensionAsync(CancellationToken cancellationToken)
        {
            switch (await ByteAsync(cancellationToken))
            {
                case Control:
                    await ControlAsync(cancellationToken);
                    break;
                case Application:
                    await ApplicationAsync(cancellationToken);
                    break;
                default:
                    await PartsAsync(isKept: false, cancellationToken);
                    break;
            }
        }

        /// <summary>Time, transparency, and what becomes of the frame before.</summary>
        private async Task ControlAsync(CancellationToken cancellationToken)
        {
            var control = (await reader.TakeAsync(1 + ControlLength, cancellationToken)).ToArray();
            if (control[0] != ControlLength)
            {
                throw Refusal.Contradicts("a frame's time has not its length");
            }

            await writer.WriteAsync((byte[])[Extension, Control, .. control, 0], cancellationToken);
            await PartsAsync(isKept: false, cancellationToken);
        }

        private async Task ApplicationAsync(CancellationToken cancellationToken)
        {
            var name = (await reader.PeekAsync(1 + ApplicationLength, cancellationToken)).ToArray();
            if (name is not [ApplicationLength, ..] || !(name.AsSpan(1).SequenceEqual("NETSCAPE2.0"u8) || name.AsSpan(1).SequenceEqual("ANIMEXTS1.0"u8)))
            {
                await PartsAsync(isKept: false, cancellationToken);
                return;
            }

            reader.Advance(name.Length);
            if ((await reader.PeekAsync(4, cancellationToken)).ToArray() is [3, 1, _, _] repeats)
            {
                await writer.WriteAsync((byte[])[Extension, Application, .. name, .. repeats, 0], cancellationToken);
            }

            await PartsAsync(isKept: false, cancellationToken);
        }

        /// <summary>Parts of at most 255 bytes, each after its length, until an empty one.</summary>
        private async Task PartsAsync(bool isKept, CancellationToken cancellationToken)
        {
            int length;
            do
            {
                length = (await reader.PeekAsync(1, cancellationToken)) is { IsEmpty: false } next ? next.Span[0] : throw Refusal.Truncated();
                var part = await reader.TakeAsync(1 + length, cancellationToken);
                if (isKept)
                {
                    await writer.WriteAsync(part, cancellationToken);
                }
            }
            while (length > 0);
        }

        private async ValueTask<byte> ByteAsync(CancellationToken cancellationToken) => (await reader.TakeAsync(1, cancellationToken)).Span[0];

        /// <summary>Bytes of the table of colours that follows, as the flags before it say.</summary>
        private static int ColoursOf(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);
    }
}
