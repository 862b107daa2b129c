namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>
/// The part of each day in which nobody wants to be woken, as the clock on the wall shows it: from 22:00 until 07:00 ends on the next day. When clocks
/// are set, it lasts from the first moment at which the wall shows its beginning until the last at which it shows its end; a time that is
/// skipped is when the clocks jump over it. So no message comes in the middle of a night because an hour of it came twice.
/// </summary>
/// <param name="From">Included.</param>
/// <param name="Until">Not included, and not the same.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    private const int MinutesOfADay = 24 * 60;

    public static QuietHours OfMinutes(int from, int until) => new(TimeOnly.MinValue.AddMinutes(from % MinutesOfADay), TimeOnly.MinValue.AddMinutes(until % MinutesOfADay));

    /// <returns>When they end, if they are at this instant; else nothing. UTC.</returns>
    public DateTimeOffset? EndAt(DateTimeOffset instant, TimeZoneInfo zone)
    {
        DateTimeOffset? end = null;
        while (EndOfOneAt(end ?? instant, zone) is { } later)
        {
            // One may begin at the very moment when another ends, where clocks are set.
            end = later;
        }

        return end;
    }

    private DateTimeOffset? EndOfOneAt(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        foreach (var day in new[] { today.AddDays(-1), today })
        {
            var start = WallClock.First(day.ToDateTime(From), zone);
            var end = WallClock.Last((Until > From ? day : day.AddDays(1)).ToDateTime(Until), zone);
            if (start <= instant && instant < end)
            {
                return end;
            }
        }

        return null;
    }
}
