using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Media;

/// <summary>Somebody has uploaded a file: all of it is there, and it was found to be what it is.</summary>
/// <param name="FileId">The file's.</param>
/// <param name="OwnerId">The user's.</param>
/// <param name="ContentType">Found by looking into the bytes.</param>
/// <param name="Bytes">As it is kept.</param>
/// <param name="UploadedAt">UTC.</param>
[EventName("media.media-uploaded.v1")]
public sealed record MediaUploaded(Guid FileId, Guid OwnerId, string ContentType, long Bytes, DateTimeOffset UploadedAt) : IEvent
{
    string IEvent.Key => FileId.ToString();
}
