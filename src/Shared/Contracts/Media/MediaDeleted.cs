using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Media;

/// <summary>
/// A file is no more: whoever shows it shows it no longer. Told again to whoever says afterwards that they use it; so a module that took a
/// reference just before its file went hears of it too.
/// </summary>
/// <param name="FileId">The file's.</param>
/// <param name="DeletedAt">UTC.</param>
[EventName("media.media-deleted.v1")]
public sealed record MediaDeleted(Guid FileId, DateTimeOffset DeletedAt) : IEvent
{
    string IEvent.Key => FileId.ToString();
}
