using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Analytics.Domain.CustomEvents;

internal interface ICustomEvents
{
    /// <summary>Counts what it has not counted before. Returns when that is on disk; many callers share the way there.</summary>
    /// <exception cref="TooManyException">More events wait to be written than there is room for.</exception>
    Task<RecordedEvents> WriteAsync(IReadOnlyList<CustomEvent> events, CancellationToken cancellationToken);

    /// <summary>By property and value, the most frequent first.</summary>
    /// <param name="period">Of days.</param>
    /// <param name="name">See <see cref="Events.EventNames.OfCustom"/>.</param>
    /// <param name="cancellationToken">From the request.</param>
    Task<IReadOnlyList<ValueCount>> ReadValuesAsync(Period period, string name, CancellationToken cancellationToken);
}
