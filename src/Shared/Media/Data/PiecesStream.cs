using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Media.Data;

/// <summary>Pieces of an upload, read one after the other; one is open at a time.</summary>
internal sealed class PiecesStream(IObjectStore store, IReadOnlyList<UploadPiece> pieces) : Stream
{
    private int next;
    private Stream? open;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (open is not null || next < pieces.Count)
        {
            open ??= await OpenNextAsync(cancellationToken);
            if (await open.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                return read;
            }

            await open.DisposeAsync();
            open = null;
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>The store has no synchronous way, and a blocked thread serves nobody.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        if (open is not null)
        {
            await open.DisposeAsync();
            open = null;
        }

        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            open?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<Stream> OpenNextAsync(CancellationToken cancellationToken)
    {
        var piece = pieces[next++];
        return await store.OpenAsync(piece.Name, 0, piece.Bytes, cancellationToken) ?? throw new IOException($"The piece {piece.Name} is not in the store.");
    }
}
