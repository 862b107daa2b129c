namespace SystemDesign.Media.Domain.Uploads;

/// <summary>The bytes of uploads that are no files yet. All instances see them.</summary>
internal interface IStagedBytes
{
    /// <summary>A name that no piece has.</summary>
    string NewName(Guid uploadId, long start);

    /// <summary>Keeps a piece; when it returns, the piece outlives a power failure.</summary>
    Task KeepAsync(string name, ReadOnlyMemory<byte> bytes);

    /// <summary>All pieces as one stream, forward.</summary>
    Stream Open(IReadOnlyList<UploadPiece> pieces);

    /// <summary>Deletes pieces as far as it can now; the sweep finds what is left.</summary>
    Task DeleteAsync(IEnumerable<string> names);

    /// <summary>A stream to write and read again, on a disk of this machine; gone when it is disposed, and when the process dies.</summary>
    Stream Scratch();
}
