namespace SystemDesign.Media.Domain.Uploads;

/// <summary>How far an upload is.</summary>
/// <param name="Id">The upload's, and then the file's.</param>
/// <param name="Length">How many bytes there will be.</param>
/// <param name="Offset">How many there are.</param>
/// <param name="ExpiresAt">UTC; then it is given up. Nothing: it is a file.</param>
/// <param name="Metadata">As the client sent it.</param>
internal sealed record UploadState(Guid Id, long Length, long Offset, DateTimeOffset? ExpiresAt, string? Metadata)
{
    public bool IsFile => ExpiresAt is null;

    public static UploadState Of(Upload upload) => new(upload.Id, upload.Length, upload.Received, upload.ExpiresAt, upload.Metadata);

    public static UploadState Of(UploadReceipt receipt) => new(receipt.FileId, receipt.Length, receipt.Length, null, receipt.Metadata);
}
