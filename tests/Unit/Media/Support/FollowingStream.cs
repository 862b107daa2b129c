namespace SystemDesign.Tests.Unit.Media.Support;

/// <summary>Takes what is written, keeps none of it, and knows how far it has been behind what was read.</summary>
internal sealed class FollowingStream(EndlessStream source) : MemoryStream
{
    private long written;

    public long FarthestBehind { get; private set; }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        FarthestBehind = Math.Max(FarthestBehind, source.Taken - written);
        written += buffer.Length;
        return ValueTask.CompletedTask;
    }
}
