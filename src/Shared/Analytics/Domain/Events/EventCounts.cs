using SystemDesign.Analytics.Domain.Periods;

namespace SystemDesign.Analytics.Domain.Events;

/// <summary>How often what happened.</summary>
/// <param name="From" example="2026-08-01T00:00:00Z">The beginning of the first step.</param>
/// <param name="To" example="2026-08-02T00:00:00Z">The end of the last.</param>
/// <param name="Step">What is counted together.</param>
/// <param name="Total" example="1200">The sum.</param>
/// <param name="Points">The steps in which something happened, in order.</param>
/// <param name="Names">What happened, the most frequent first: 500 names at most.</param>
internal sealed record EventCounts(
    DateTimeOffset From, DateTimeOffset To, Step Step, long Total, IReadOnlyList<EventsInStep> Points, IReadOnlyList<EventsOfName> Names)
{
    /// <summary>How many names are named.</summary>
    public const int MaximumNames = 500;
}

/// <summary>A minute, hour or day in which something happened.</summary>
/// <param name="Start" example="2026-08-01T15:00:00Z">Its beginning, in UTC.</param>
/// <param name="Count" example="40">How often.</param>
internal sealed record EventsInStep(DateTimeOffset Start, long Count);

/// <summary>How often one event happened.</summary>
/// <param name="Name" example="users.user-registered.v1">The event's.</param>
/// <param name="Module" example="users">Whose it is; <c>custom</c>: sent by a client.</param>
/// <param name="Count" example="40">How often.</param>
internal sealed record EventsOfName(string Name, string Module, long Count);
