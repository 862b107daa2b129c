namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>When the clocks on the walls of a time zone show a time: usually once, sometimes twice, sometimes not at all.</summary>
internal static class WallClock
{
    /// <summary>Clocks are set once in so long at most.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromDays(1);

    /// <returns>The first instant at which they show it, or jump over it; UTC.</returns>
    public static DateTimeOffset First(DateTime shown, TimeZoneInfo zone) => InstantsOf(shown, zone).Min();

    /// <returns>The last instant at which they show it, or jump over it; UTC.</returns>
    public static DateTimeOffset Last(DateTime shown, TimeZoneInfo zone) => InstantsOf(shown, zone).Max();

    private static IReadOnlyList<DateTimeOffset> InstantsOf(DateTime shown, TimeZoneInfo zone)
    {
        var nominal = new DateTimeOffset(DateTime.SpecifyKind(shown, DateTimeKind.Unspecified), TimeSpan.Zero);
        var (before, after) = (nominal - Around, nominal + Around);
        IReadOnlyList<DateTimeOffset> instants =
        [
            .. from offset in new[] { zone.GetUtcOffset(before), zone.GetUtcOffset(after) }.Distinct()
               let instant = nominal - offset
               where zone.GetUtcOffset(instant) == offset
               select instant,
        ];
        return instants.Count > 0 ? instants : [JumpBetween(before, after, zone)];
    }

    /// <summary>To the second, which is as fine as clocks are ever set.</summary>
    private static DateTimeOffset JumpBetween(DateTimeOffset before, DateTimeOffset after, TimeZoneInfo zone)
    {
        var old = zone.GetUtcOffset(before);
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before.AddSeconds(Math.Floor((after - before).TotalSeconds / 2));
            (before, after) = zone.GetUtcOffset(middle) == old ? (middle, after) : (before, middle);
        }

        return after;
    }
}
