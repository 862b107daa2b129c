namespace SystemDesign.Tests.Integration.Storage.Stores;

/// <summary>A connection that breaks off where the content is expected to go on.</summary>
internal sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await base.ReadAsync(buffer, cancellationToken) is var read and > 0 ? read : throw new HttpIOException(HttpRequestError.ResponseEnded);
}
