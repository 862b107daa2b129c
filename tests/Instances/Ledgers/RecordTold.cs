using MediatR;
using SystemDesign.Tests.Instances.Telling;

namespace SystemDesign.Tests.Instances.Ledgers;

internal sealed class RecordTold(LedgerDb db, InstanceOptions instance) : INotificationHandler<Told>
{
    public Task Handle(Told notification, CancellationToken cancellationToken)
    {
        db.Entries.Add(Entry.Of(notification, instance));
        return Task.CompletedTask;
    }
}
