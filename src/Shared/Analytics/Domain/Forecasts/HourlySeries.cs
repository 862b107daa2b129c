namespace SystemDesign.Analytics.Domain.Forecasts;

/// <summary>Requests per second, hour by hour.</summary>
/// <param name="Start">The beginning of the first hour.</param>
/// <param name="Values">Nothing where nobody knows: no instance was there to count.</param>
internal sealed record HourlySeries(DateTimeOffset Start, IReadOnlyList<double?> Values)
{
    /// <summary>The end of the last hour.</summary>
    public DateTimeOffset End => Start.AddHours(Values.Count);

    public int Known => Values.Count(value => value is not null);

    public int Gaps => Values.Count - Known;

    /// <param name="hours">Those in which anything at all was counted, in order.</param>
    public static HourlySeries Of(IReadOnlyList<(DateTimeOffset Hour, long Requests)> hours)
    {
        if (hours.Count == 0)
        {
            return new(DateTimeOffset.UnixEpoch, []);
        }

        var start = hours[0].Hour;
        var values = new double?[(int)(hours[^1].Hour - start).TotalHours + 1];
        foreach (var (hour, requests) in hours)
        {
            values[(int)(hour - start).TotalHours] = requests / 3_600.0;
        }

        return new(start, values);
    }
}
