namespace SystemDesign.Tests.Unit.Media.Support;

/// <summary>A connection that brings one byte at a time.</summary>
internal sealed class DribblingStream(byte[] bytes) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
}
