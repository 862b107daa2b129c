using System.IO.Compression;
using SystemDesign.Media.Domain.Delivery;

namespace SystemDesign.Media.Data.Edge;

/// <summary>Objects in segments, so that parts of a long video are kept as well as whole pictures, and none takes more room than it is worth.</summary>
internal sealed class MediaContents(EdgeCache cache, Origin origin) : IMediaContents
{
    /// <summary>One read of the store each: large enough that a server far away is asked seldom, small enough that a picture is not read in vain.</summary>
    public const int SegmentBytes = 256 * 1024;

    /// <summary>Quality 6 of 11: beyond it, an object takes longer to compress than many take to send.</summary>
    private static readonly BrotliCompressionOptions Brotli = new() { Quality = 6 };

    private static readonly ZLibCompressionOptions Gzip = new() { CompressionLevel = 6 };

    private readonly Func<SegmentKey, DeliveredObject, Task<MediaPart>> readSegment = (key, media) =>
    {
        var offset = key.Index * SegmentBytes;
        return origin.ReadAsync(media, offset, (int)Math.Min(SegmentBytes, media.Bytes - offset));
    };

    private readonly Func<SegmentKey, DeliveredObject, Task<MediaPart>> readCompressed = async (key, media) =>
    {
        var whole = await origin.ReadAsync(media, 0, (int)media.Bytes);
        return whole.Outcome is MediaPartOutcome.Read ? Compress(whole.Bytes, key.Index) : whole;
    };

    public ValueTask<MediaPart> ReadAsync(DeliveredObject media, long position, CancellationToken cancellationToken)
    {
        var index = position / SegmentBytes;
        var segment = cache.GetAsync(new(media.Name, index), media, readSegment, cancellationToken);
        var skip = (int)(position - (index * SegmentBytes));
        return skip == 0 ? segment : SkipAsync(segment, skip);
    }

    public ValueTask<MediaPart> EncodeAsync(DeliveredObject media, ContentCoding coding, CancellationToken cancellationToken) =>
        cache.GetAsync(new(media.Name, coding is ContentCoding.Brotli ? SegmentKey.Brotli : SegmentKey.Gzip), media, readCompressed, cancellationToken);

    private static async ValueTask<MediaPart> SkipAsync(ValueTask<MediaPart> segment, int skip)
    {
        var part = await segment;
        return part.Outcome is MediaPartOutcome.Read ? part with { Bytes = part.Bytes[skip..] } : part;
    }

    private static MediaPart Compress(ReadOnlyMemory<byte> bytes, long coding)
    {
        using var compressed = new MemoryStream();
        using (Stream compressor = coding == SegmentKey.Brotli
            ? new BrotliStream(compressed, Brotli, leaveOpen: true)
            : new GZipStream(compressed, Gzip, leaveOpen: true))
        {
            compressor.Write(bytes.Span);
        }

        return compressed.Length < bytes.Length ? new(MediaPartOutcome.Read, compressed.ToArray()) : new(MediaPartOutcome.NotSmaller);
    }
}
