using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Twitter.Domain.Notices;

/// <summary>Tells of one more of a crowd, unless that waits for the end of its hour.</summary>
internal sealed class CrowdNews(INotices notices, IOutbox outbox, TimeProvider clock)
{
    public async Task TellAsync(Crowd crowd, Guid listenerId, Guid actorId, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        if (await notices.JoinAsync(crowd, listenerId, actorId, now, cancellationToken) is { } actor)
        {
            outbox.Add(Notice.Of(crowd, actor, listenerId, now));
        }
    }
}
