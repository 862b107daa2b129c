namespace SystemDesign.Media.Presentation;

/// <summary>Bytes from one position to another, both included, as HTTP counts them.</summary>
internal readonly record struct ByteRange(long From, long To)
{
    public long Length => To - From + 1;
}
