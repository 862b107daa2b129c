namespace SystemDesign.Tests.Unit.Media.Support;

/// <summary>A beginning, then so many bytes of one kind, then an end; and how much of it was read.</summary>
internal sealed class EndlessStream(byte[] beginning, byte middle, long count, byte[] end) : Stream
{
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => beginning.Length + count + end.Length;

    public override long Position { get => Taken; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = (int)Math.Min(buffer.Length, Length - Taken);
        for (var index = 0; index < wanted; index++, Taken++)
        {
            buffer.Span[index] = Taken < beginning.Length ? beginning[Taken]
                : Taken < beginning.Length + count ? middle
                : end[Taken - beginning.Length - count];
        }

        return ValueTask.FromResult(wanted);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
