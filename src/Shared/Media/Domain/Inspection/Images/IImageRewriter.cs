namespace SystemDesign.Media.Domain.Inspection.Images;

/// <summary>
/// Writes on pictures of one format without their metadata. No image library is in it: only the container is read, never a
/// pixel. A library that decodes can take this place.
/// </summary>
internal interface IImageRewriter
{
    ContentType Type { get; }

    /// <summary>Reads the picture to the end of the upload.</summary>
    /// <returns>Its size.</returns>
    /// <exception cref="Kernel.Errors.InvalidException">As <see cref="Refusal"/> says.</exception>
    Task<ImageSize> RewriteAsync(ContentReader reader, ContentWriter writer, long maximumPixels, CancellationToken cancellationToken);
}
