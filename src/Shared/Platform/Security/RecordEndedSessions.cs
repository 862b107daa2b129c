using MediatR;
using SystemDesign.Contracts.Users;

namespace SystemDesign.Platform.Security;

/// <summary>Puts on the list what the process that ended the sessions could not, because it crashed in between.</summary>
internal sealed class RecordEndedSessions(PlatformDb db, EndedSessions ended) : INotificationHandler<SessionsEnded>
{
    public Task Handle(SessionsEnded notification, CancellationToken cancellationToken)
    {
        ended.AddTo(db, notification.SessionIds);
        return Task.CompletedTask;
    }
}
