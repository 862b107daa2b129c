namespace SystemDesign.Media.Domain.Delivery;

/// <summary>The bytes of objects, through the edge: what is often read comes from memory, and those who miss the same at once share one read of the store.</summary>
internal interface IMediaContents
{
    /// <summary>The bytes from a position on: some, not necessarily all that follow.</summary>
    /// <param name="media">Whose.</param>
    /// <param name="position">Less than the object's length.</param>
    /// <param name="cancellationToken">Leaves the others who wait for the same to it.</param>
    ValueTask<MediaPart> ReadAsync(DeliveredObject media, long position, CancellationToken cancellationToken);

    /// <summary>All of it, compressed: once, and kept.</summary>
    /// <param name="media">Whose.</param>
    /// <param name="coding">Not <see cref="ContentCoding.Identity"/>.</param>
    /// <param name="cancellationToken">Leaves the others who wait for the same to it.</param>
    ValueTask<MediaPart> EncodeAsync(DeliveredObject media, ContentCoding coding, CancellationToken cancellationToken);
}
