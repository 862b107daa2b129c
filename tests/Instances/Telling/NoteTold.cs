using MediatR;
using SystemDesign.Tests.Instances.Ledgers;

namespace SystemDesign.Tests.Instances.Telling;

internal sealed class NoteTold(TellerDb db, InstanceOptions instance) : INotificationHandler<Told>
{
    public Task Handle(Told notification, CancellationToken cancellationToken)
    {
        db.Entries.Add(Entry.Of(notification, instance));
        return Task.CompletedTask;
    }
}
