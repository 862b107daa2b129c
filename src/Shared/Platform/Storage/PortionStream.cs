namespace SystemDesign.Platform.Storage;

/// <summary>So many bytes of a stream, and its own end. That there are fewer is an error, not an end.</summary>
internal sealed class PortionStream : Stream
{
    private readonly Stream stream;
    private long left;

    public PortionStream(Stream stream, long bytes)
    {
        this.stream = stream;
        left = bytes;
    }

    /// <summary>Of a file, from an offset on.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public PortionStream(string path, FileStreamOptions options, long offset, long bytes)
    {
        stream = new FileStream(path, options);
        var start = Math.Min(offset, stream.Length);
        stream.Position = start;
        left = Math.Min(bytes, stream.Length - start);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Count(buffer.Length, stream.Read(buffer[..(int)Math.Min(buffer.Length, left)]));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(buffer.Length, await stream.ReadAsync(buffer[..(int)Math.Min(buffer.Length, left)], cancellationToken));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int wanted, int read)
    {
        if (read == 0 && wanted > 0 && left > 0)
        {
            throw new EndOfStreamException("A stored object ends before its end.");
        }

        left -= read;
        return read;
    }
}
