using MediatR;
using SystemDesign.Kernel.Events;

namespace SystemDesign.Tests.Integration.Outbox.Probe;

/// <summary>In the module that tells the event.</summary>
internal sealed class NoteHappened(ProbeDb db, Script script, IOutbox outbox) : INotificationHandler<Happened>
{
    public async Task Handle(Happened notification, CancellationToken cancellationToken)
    {
        db.Effects.Add(new() { Handler = nameof(NoteHappened), Number = notification.Number, Key = notification.Of });
        if (script.Follow)
        {
            outbox.Add(new Followed(notification.Number));
        }

        await script.RunAsync(nameof(NoteHappened), notification.Number);
    }
}

/// <summary>In another module.</summary>
internal sealed class CopyHappened(OtherDb db, Script script) : INotificationHandler<Happened>
{
    public async Task Handle(Happened notification, CancellationToken cancellationToken)
    {
        db.Effects.Add(new() { Handler = nameof(CopyHappened), Number = notification.Number, Key = notification.Of });
        await script.RunAsync(nameof(CopyHappened), notification.Number);
        await script.Hang(notification.Number, cancellationToken);
    }
}

internal sealed class NoteFollowed(OtherDb db) : INotificationHandler<Followed>
{
    public Task Handle(Followed notification, CancellationToken cancellationToken)
    {
        db.Effects.Add(new() { Handler = nameof(NoteFollowed), Number = notification.Number, Key = null });
        return Task.CompletedTask;
    }
}

/// <summary>There from the beginning.</summary>
internal sealed class NoteBecame(ProbeDb db) : INotificationHandler<Became>
{
    public Task Handle(Became notification, CancellationToken cancellationToken)
    {
        db.Effects.Add(new() { Handler = nameof(NoteBecame), Number = notification.Number, Key = notification.Of });
        return Task.CompletedTask;
    }
}

/// <summary>Comes with a later build.</summary>
internal sealed class LearnBecame(OtherDb db) : INotificationHandler<Became>
{
    public Task Handle(Became notification, CancellationToken cancellationToken)
    {
        db.Effects.Add(new() { Handler = nameof(LearnBecame), Number = notification.Number, Key = notification.Of });
        return Task.CompletedTask;
    }
}

/// <summary>Not among the usual ones: for what becomes of events that it is owed.</summary>
internal sealed class CopyBecame(OtherDb db, Script script) : INotificationHandler<Became>
{
    public async Task Handle(Became notification, CancellationToken cancellationToken)
    {
        db.Effects.Add(new() { Handler = nameof(CopyBecame), Number = notification.Number, Key = notification.Of });
        await script.RunAsync(nameof(CopyBecame), notification.Number);
    }
}

internal sealed class NoteGone(ProbeDb db) : INotificationHandler<Gone>
{
    public Task Handle(Gone notification, CancellationToken cancellationToken)
    {
        db.Effects.Add(new() { Handler = nameof(NoteGone), Number = notification.Number, Key = notification.Of });
        return Task.CompletedTask;
    }
}

/// <summary>Comes with a later build.</summary>
internal sealed class LearnGone(OtherDb db) : INotificationHandler<Gone>
{
    public Task Handle(Gone notification, CancellationToken cancellationToken)
    {
        db.Effects.Add(new() { Handler = nameof(LearnGone), Number = notification.Number, Key = notification.Of });
        return Task.CompletedTask;
    }
}

/// <summary>Wants to know of everything.</summary>
internal sealed class CountAll(OtherDb db) : INotificationHandler<IEvent>
{
    public Task Handle(IEvent notification, CancellationToken cancellationToken)
    {
        db.Effects.Add(new() { Handler = nameof(CountAll), Number = 0, Key = notification.GetType().Name });
        return Task.CompletedTask;
    }
}
