namespace SystemDesign.Media.Domain.Uploads;

/// <summary>A part of an upload that is in the store.</summary>
internal sealed class UploadPiece
{
    public const int MaximumNameLength = 120;

    public required Guid UploadId { get; init; }

    /// <summary>The offset of its first byte; with the upload it is the key.</summary>
    public required long Start { get; init; }

    public required int Bytes { get; init; }

    /// <summary>Its name in the store; another with each attempt, since of two who send the same part one is too late.</summary>
    public required string Name { get; init; }
}
