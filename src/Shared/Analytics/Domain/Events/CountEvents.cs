using SystemDesign.Analytics.Domain.Distinct;
using SystemDesign.Kernel.Events;

namespace SystemDesign.Analytics.Domain.Events;

/// <summary>
/// Counts every event of every module, by its name and the minute in which it was told, and whose doing it was. Of the events themselves
/// nothing is read but who did it.
/// </summary>
internal sealed class CountEvents(IEventCounts counts, IUserSketches users) : ISubscribeToAll
{
    public Task HandleAsync(IReadOnlyList<IToldEvent> events, CancellationToken cancellationToken)
    {
        counts.AddWhenSaved([.. events.Select(told => new Occurrence(told.Name, told.OccurredAt))]);
        users.AddWhenSaved([.. events.Select(SightOf).OfType<Sight>()]);
        return Task.CompletedTask;
    }

    private static Sight? SightOf(IToldEvent told) =>
        told.Find<IByUser>()?.UserId is { } user ? new(user, told.Name, told.OccurredAt) : null;
}
