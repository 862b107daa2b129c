using System.Globalization;

namespace SystemDesign.UrlShortener.Domain.Visits;

/// <summary>Whole days of UTC, from the first to the last, both included.</summary>
internal sealed record Days(DateOnly First, DateOnly Last)
{
    /// <summary>As many as one asks for who does not say.</summary>
    public const int UsualCount = 30;

    /// <summary>Any quarter of a year.</summary>
    public const int MaximumCount = 92;

    private const string Form = "yyyy-MM-dd";

    /// <summary>Zero or less if the first is after the last.</summary>
    public int Count => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Of days as ISO 8601 writes them (2026-08-01), or nothing: up to today, and <see cref="UsualCount"/> of them.</summary>
    public static Days Parse(string? from, string? to, DateOnly today)
    {
        var last = string.IsNullOrEmpty(to) ? today : DayOf(to);
        var first = string.IsNullOrEmpty(from) ? DateOnly.FromDayNumber(int.Max(0, last.DayNumber - UsualCount + 1)) : DayOf(from);
        return new(first, last);
    }

    public static bool CanParse(string? day) => string.IsNullOrEmpty(day) || DateOnly.TryParseExact(day, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateOnly DayOf(string day) => DateOnly.ParseExact(day, Form, CultureInfo.InvariantCulture);
}
