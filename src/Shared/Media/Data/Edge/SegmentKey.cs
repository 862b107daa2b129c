namespace SystemDesign.Media.Data.Edge;

/// <summary>A piece of a representation of an object.</summary>
/// <param name="Name">The object's.</param>
/// <param name="Index">Which segment, from 0 on; or all of it, compressed: <see cref="Gzip"/>, <see cref="Brotli"/>.</param>
internal readonly record struct SegmentKey(string Name, long Index)
{
    public const long Gzip = -1;

    public const long Brotli = -2;
}
