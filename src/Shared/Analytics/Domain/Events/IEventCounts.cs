using SystemDesign.Analytics.Domain.Periods;

namespace SystemDesign.Analytics.Domain.Events;

internal interface IEventCounts
{
    /// <summary>Adds to this unit of work: each is counted under its minute, hour and day, as far as those are kept.</summary>
    void AddWhenSaved(IReadOnlyCollection<Occurrence> occurrences);

    /// <summary>What was counted, in the order of their beginnings and names.</summary>
    /// <param name="period">Which minutes, hours or days.</param>
    /// <param name="name">Of one event; nothing: of all.</param>
    /// <param name="module">Of one module; nothing: of all.</param>
    /// <param name="cancellationToken">From the request.</param>
    Task<EventCounts> ReadAsync(Period period, string? name, string? module, CancellationToken cancellationToken);
}
