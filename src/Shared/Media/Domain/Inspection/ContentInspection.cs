using SystemDesign.Media.Domain.Inspection.Images;

namespace SystemDesign.Media.Domain.Inspection;

/// <summary>
/// Looks into what somebody has uploaded: says what it is, whatever the client claims, refuses pictures that would cost too
/// much to decode, and writes on what may be kept, without what a camera has noted in it.
/// </summary>
/// <param name="maximumPixels">The most that a picture may have, all frames together.</param>
internal sealed class ContentInspection(long maximumPixels = ContentInspection.DefaultMaximumPixels)
{
    public const long DefaultMaximumPixels = 50_000_000;

    private static readonly IReadOnlyList<IImageRewriter> Rewriters =
        [new JpegRewriter(), new PngRewriter(), new WebPRewriter(), new GifRewriter()];

    /// <summary>
    /// Reads the upload once, in constant memory. JPEG, PNG, WebP and GIF are written without metadata but for the orientation
    /// and the colour profile, and decode to the same pixels; all else is written byte for byte.
    /// </summary>
    /// <param name="upload">Is read from where it stands to its end.</param>
    /// <param name="cleaned">
    /// Takes what is kept, from where it stands. It must be able to seek: the head of a WebP file has its length, which is known
    /// only at its end. After a refusal it holds a part, to be thrown away.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Kernel.Errors.InvalidException">
    /// It is a picture, and <c>media.image-damaged</c> (truncated, or it contradicts itself) or <c>media.image-too-large</c>
    /// (more pixels than allowed). Beside failures of the two streams nothing else is thrown.
    /// </exception>
    public async Task<InspectedContent> InspectAsync(Stream upload, Stream cleaned, CancellationToken cancellationToken)
    {
        var reader = new ContentReader(upload);
        var writer = new ContentWriter(cleaned);
        var type = MagicBytes.TypeOf((await reader.PeekAsync(MagicBytes.Needed, cancellationToken)).Span);
        var image = type is null ? null : Rewriters.FirstOrDefault(rewriter => rewriter.Type == type);
        var size = image is null ? null : await image.RewriteAsync(reader, writer, maximumPixels, cancellationToken);
        type ??= await TextCopy.CopyAsync(reader, writer, cancellationToken);
        await reader.CopyRestAsync(writer, cancellationToken);
        await writer.FlushAsync(cancellationToken);
        return new(type, writer.Bytes, size);
    }
}
