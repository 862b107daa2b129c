using SystemDesign.Kernel.Errors;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>
/// A file on its way. It is a row and pieces in the store, so that any instance can go on with it; when all of it is there and was
/// looked into, a file of the same id takes its place.
/// </summary>
internal sealed class Upload
{
    public const int MaximumMetadataLength = 2000;
    public const int MaximumRefusalLength = 300;

    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>How many bytes there will be, as the client has announced.</summary>
    public required long Length { get; init; }

    /// <summary>How many there are; the next piece begins there. Moved in the database, and never from here.</summary>
    public long Received { get; init; }

    public required bool IsPublic { get; init; }

    public string? Name { get; init; }

    /// <summary>As the client has sent it: tus gives it back so.</summary>
    public string? Metadata { get; init; }

    /// <summary>Of all that is sent, in lower-case hexadecimal digits; nothing: the client did not say.</summary>
    public string? Sha256 { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Later with every piece.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The object that counts this upload as a file already; nothing: none does.</summary>
    public string? ObjectName { get; init; }

    /// <summary>Whose turn it is to make a file of it; nothing: nobody's.</summary>
    public Guid? Lease { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>The code of why it will never be a file; nothing: it may.</summary>
    public string? Refusal { get; init; }

    public string? RefusalDetail { get; init; }

    public bool IsWhole => Received == Length;

    public static NotFoundException NotFound() => new("media.upload-not-found", "You have no upload with this id.");

    public static GoneException Expired() => new("media.upload-expired", "This upload waited too long for its next bytes: begin another.");

    public static ConflictException OffsetMoved(long offset) =>
        new("media.offset-moved", $"What comes next begins at {offset}: ask with HEAD, and go on from there.", "Upload-Offset");

    public static LockedException Busy() =>
        new("media.upload-busy", "This upload is just being made a file: ask again in a moment.", TimeSpan.FromSeconds(1));

    /// <exception cref="GoneException">It waited too long.</exception>
    /// <exception cref="InvalidException">It was found to be what nobody keeps.</exception>
    public void RequireOpen(DateTimeOffset now)
    {
        if (Refusal is not null)
        {
            throw new InvalidException(Refusal, RefusalDetail!);
        }

        if (ExpiresAt <= now)
        {
            throw Expired();
        }
    }
}
