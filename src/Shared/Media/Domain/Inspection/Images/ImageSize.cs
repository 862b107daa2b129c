namespace SystemDesign.Media.Domain.Inspection.Images;

/// <summary>How large a picture is when it is decoded, as its headers say.</summary>
/// <param name="Width">In pixels, before it is turned to its orientation.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Frames">One, unless it is animated.</param>
internal sealed record ImageSize(int Width, int Height, int Frames)
{
    /// <summary>Of all frames together: what a decoder has to pay for.</summary>
    public long Pixels => (long)Width * Height * Frames;
}
