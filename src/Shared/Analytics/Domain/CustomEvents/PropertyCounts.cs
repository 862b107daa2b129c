namespace SystemDesign.Analytics.Domain.CustomEvents;

/// <summary>How often custom events of one name had which values.</summary>
/// <param name="From" example="2026-08-01T00:00:00Z">The beginning of the first day.</param>
/// <param name="To" example="2026-08-08T00:00:00Z">The end of the last.</param>
/// <param name="Values">The most frequent first: 1,000 at most.</param>
internal sealed record PropertyCounts(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ValueCount> Values)
{
    /// <summary>How many values are named.</summary>
    public const int MaximumValues = 1_000;

    /// <summary>How many values of a property are told apart in a day; those that come later are counted together.</summary>
    public const int MaximumValuesOfDay = 100;

    /// <summary>Stands for values beyond the first so many. A client's value that reads the same is counted with them.</summary>
    public const string OtherValues = "(other)";
}

/// <summary>How often a property had a value.</summary>
/// <param name="Property" example="plan">One of those that are counted.</param>
/// <param name="Value" example="pro">As text; <c>(other)</c>: beyond the first 100 of a day.</param>
/// <param name="Count" example="40">How often.</param>
internal sealed record ValueCount(string Property, string Value, long Count);
