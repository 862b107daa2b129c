namespace SystemDesign.Analytics.Domain.Periods;

/// <summary>A request for counts of a period, as a client writes it.</summary>
internal interface IOfPeriod
{
    /// <summary>An instant; nothing: 24 steps before the end.</summary>
    string? From { get; }

    /// <summary>An instant; nothing: now.</summary>
    string? To { get; }

    /// <summary>Minute, hour or day; nothing: hour.</summary>
    string? Step { get; }
}
