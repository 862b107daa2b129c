using System.Globalization;

namespace SystemDesign.Analytics.Domain.Periods;

/// <summary>Whole minutes, hours or days of UTC.</summary>
/// <param name="Step">What is counted together.</param>
/// <param name="From">The beginning of the first.</param>
/// <param name="To">The end of the last.</param>
internal sealed record Period(Step Step, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>A day of minutes, two months of hours, four years of days.</summary>
    public const int MaximumCount = 1_500;

    /// <summary>As many as one asks for who does not say.</summary>
    private const int UsualCount = 24;

    /// <summary>As ISO 8601 writes instants; without an offset they are in UTC.</summary>
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>Zero or less if it ends before it begins.</summary>
    public long Count => (To - From).Ticks / Step.Length().Ticks;

    /// <summary>Of instants as a client writes them, or of nothing: up to now, and 24 of the step. What is no whole step is made whole.</summary>
    public static Period Parse(string? from, string? to, string? step, DateTimeOffset now)
    {
        var unit = Steps.Find(step) ?? Step.Hour;
        var last = InstantOf(to)?.AddTicks(-1) ?? now;
        var end = unit.StartOf(last) + unit.Length();
        return new(unit, unit.StartOf(InstantOf(from) ?? (end - (UsualCount * unit.Length()))), end);
    }

    public static bool CanParse(string? instant) => string.IsNullOrEmpty(instant) || InstantOf(instant) is not null;

    private static DateTimeOffset? InstantOf(string? instant) =>
        DateTimeOffset.TryParseExact(instant, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed)
        && parsed.Year is > 1970 and < 9000
            ? parsed
            : null;
}
