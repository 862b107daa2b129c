using SystemDesign.Analytics.Domain.Periods;

namespace SystemDesign.Analytics.Domain.Distinct;

/// <summary>
/// How many different users there were, and not which: of their ids only a few bits of a keyed hash are kept, which nobody can find
/// an id by. So there is nothing here that a user who leaves takes along.
/// </summary>
internal interface IUserSketches
{
    /// <summary>What all events together are called here.</summary>
    const string AnyEvent = "*";

    /// <summary>Adds to this unit of work: each counts for the hour and the day, and for the day of that event.</summary>
    void AddWhenSaved(IReadOnlyCollection<Sight> sights);

    /// <summary>In the order of their beginnings.</summary>
    /// <param name="period">Of hours or days.</param>
    /// <param name="name">An event, or <see cref="AnyEvent"/>.</param>
    /// <param name="cancellationToken">From the request.</param>
    Task<IReadOnlyList<(DateTimeOffset Start, HyperLogLog Users)>> ReadAsync(Period period, string name, CancellationToken cancellationToken);
}
