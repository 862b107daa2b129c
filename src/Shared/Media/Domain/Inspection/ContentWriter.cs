namespace SystemDesign.Media.Domain.Inspection;

/// <summary>Writes on what is kept, in portions, and counts it.</summary>
internal sealed class ContentWriter(Stream stream)
{
    private const int Portion = 64 * 1024;

    private readonly long start = stream.CanSeek ? stream.Position : 0;
    private readonly byte[] portion = new byte[Portion];
    private int waiting;

    public long Bytes { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (waiting + bytes.Length > portion.Length)
        {
            await FlushAsync(cancellationToken);
        }

        if (bytes.Length > portion.Length)
        {
            await stream.WriteAsync(bytes, cancellationToken);
        }
        else
        {
            bytes.CopyTo(portion.AsMemory(waiting));
            waiting += bytes.Length;
        }

        Bytes += bytes.Length;
    }

    /// <summary>Writes over what was written before.</summary>
    public async ValueTask CorrectAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        stream.Position = start + offset;
        await stream.WriteAsync(bytes, cancellationToken);
        stream.Position = start + Bytes;
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(portion.AsMemory(0, waiting), cancellationToken);
        waiting = 0;
    }
}
