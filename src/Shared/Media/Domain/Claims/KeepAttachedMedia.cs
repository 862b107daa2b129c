using MediatR;
using SystemDesign.Contracts.Media;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Media.Domain.Claims;

/// <summary>A file that a module uses stays; when none does any more, its time begins again.</summary>
internal sealed class KeepAttachedMedia(IClaims claims, TimeProvider clock) : INotificationHandler<MediaAttached>, INotificationHandler<MediaDetached>
{
    public Task Handle(MediaAttached notification, CancellationToken cancellationToken) =>
        NoteAsync(notification.FileId, notification.UsedBy, isAttached: true, notification.AttachedAt);

    public Task Handle(MediaDetached notification, CancellationToken cancellationToken) =>
        NoteAsync(notification.FileId, notification.UsedBy, isAttached: false, notification.DetachedAt);

    private Task NoteAsync(Guid fileId, string usedBy, bool isAttached, DateTimeOffset toldAt)
    {
        claims.Note(new() { FileId = fileId, UsedBy = usedBy, IsAttached = isAttached, ToldAt = toldAt }, clock.Now());
        return Task.CompletedTask;
    }
}
