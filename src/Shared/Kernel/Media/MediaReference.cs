namespace SystemDesign.Kernel.Media;

/// <summary>What Media says of a file that somebody has uploaded, so that a module which is handed it need not ask.</summary>
/// <param name="FileId">UUIDv7, or what its owner has chosen.</param>
/// <param name="OwnerId">The user whose file it is.</param>
/// <param name="ObjectName">What it is called below <c>/cdn/</c>.</param>
/// <param name="ContentType">Found by looking into the bytes.</param>
/// <param name="Bytes">As it is kept.</param>
/// <param name="IsPublic">Whether everybody may read it, when this was signed.</param>
/// <param name="ExpiresAt">UTC. Until then the file is there, unless its owner deletes it.</param>
public sealed record MediaReference(
    Guid FileId, Guid OwnerId, string ObjectName, string ContentType, long Bytes, bool IsPublic, DateTimeOffset ExpiresAt);
