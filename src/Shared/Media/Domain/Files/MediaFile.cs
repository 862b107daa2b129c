using SystemDesign.Kernel.Errors;

namespace SystemDesign.Media.Domain.Files;

/// <summary>What somebody has uploaded: theirs, however many others have the same bytes.</summary>
internal sealed class MediaFile
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>The <see cref="Objects.MediaObject"/> that has its bytes.</summary>
    public required string ObjectName { get; init; }

    /// <summary>What the client called it; others are never shown it.</summary>
    public string? Name { get; init; }

    /// <summary>Whether everybody with the address may read it; if not, an address is signed and expires.</summary>
    public required bool IsPublic { get; set; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Since when no module uses it; nothing: one does. <see cref="Doomed"/>: nobody can any more.</summary>
    public DateTimeOffset? UnclaimedSince { get; set; }

    /// <summary>Of a file whose owner has left: the next sweep takes it.</summary>
    public static DateTimeOffset Doomed => DateTimeOffset.UnixEpoch;

    public static NotFoundException NotFound() => new("media.file-not-found", "You have no file with this id.");
}
