namespace SystemDesign.Media.Domain.Uploads;

/// <summary>What remains of an upload when it has become the file of the same id: what to answer who asks once more.</summary>
internal sealed class UploadReceipt
{
    public required Guid FileId { get; init; }

    /// <summary>How many bytes were sent.</summary>
    public required long Length { get; init; }

    /// <summary>Of what was sent, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <inheritdoc cref="Upload.Metadata"/>
    public string? Metadata { get; init; }
}
