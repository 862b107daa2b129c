using SystemDesign.Media.Domain.Inspection.Images;

namespace SystemDesign.Media.Domain.Inspection;

/// <summary>What an upload turned out to be.</summary>
/// <param name="Type">By its bytes.</param>
/// <param name="Bytes">How many were written: those that are kept.</param>
/// <param name="Image">The size of a JPEG, PNG, WebP or GIF; nothing for all else.</param>
internal sealed record InspectedContent(ContentType Type, long Bytes, ImageSize? Image);
