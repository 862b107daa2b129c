using System.Globalization;

namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>Quiet hours on the wire.</summary>
/// <param name="From" example="22:00">By the clock on the wall in the user's time zone.</param>
/// <param name="Until" example="07:00">If it is earlier than the beginning, on the next day.</param>
internal sealed record QuietTimes(string From, string Until)
{
    private const string Format = "HH:mm";

    public static QuietTimes Of(QuietHours hours) => new(Write(hours.From), Write(hours.Until));

    public static bool IsTime(string? text) => Read(text) is not null;

    public QuietHours Read() => new(Read(From)!.Value, Read(Until)!.Value);

    private static TimeOnly? Read(string? text) =>
        TimeOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Write(TimeOnly time) => time.ToString(Format, CultureInfo.InvariantCulture);
}
