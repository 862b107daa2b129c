namespace SystemDesign.Analytics.Domain.Forecasts;

/// <summary>
/// Holt and Winters' method: a level, a trend and a season that are learned hour by hour, in the form of errors, ETS(A,A,A) and without
/// season ETS(A,A,N), which has intervals in closed form (Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", 3rd
/// edition, 8.5 and 8.7). It begins with the line and the season that least squares give; how fast it forgets them is what would have foretold the
/// past best, among the values below.
/// </summary>
internal sealed class ExponentialSmoothing
{
    private static readonly double[] LevelRates = [0.02, 0.05, 0.1, 0.2, 0.4, 0.7];

    /// <summary>Shares of the level's rate.</summary>
    private static readonly double[] TrendShares = [0, 0.01, 0.05, 0.2];

    /// <summary>Shares of what the level's rate leaves.</summary>
    private static readonly double[] SeasonShares = [0, 0.05, 0.2];

    /// <summary>Until line and season agree: each is fitted to what the other leaves.</summary>
    private const int Rounds = 30;

    private readonly double level;
    private readonly double trend;
    private readonly double[] season;
    private readonly int next;
    private readonly Rates rates;
    private readonly double variance;

    private ExponentialSmoothing(Run run, Rates rates, int next)
    {
        (level, trend, season, this.rates, this.next) = (run.Level, run.Trend, run.Season, rates, next);
        variance = run.SquaredErrors / Math.Max(1, run.Known - season.Length - 2);
    }

    /// <param name="values">In order; nothing where nobody knows.</param>
    /// <param name="period">Of the season, in values; 1: there is none.</param>
    public static ExponentialSmoothing Fit(IReadOnlyList<double?> values, int period)
    {
        var (line, season) = LineAndSeason(values, period);
        var best = (
            from levelRate in LevelRates
            from trendShare in TrendShares
            from seasonShare in period == 1 ? [0] : SeasonShares
            let rates = new Rates(levelRate, levelRate * trendShare, (1 - levelRate) * seasonShare)
            let run = Learn(values, line, season, rates)
            select (run, rates)).MinBy(candidate => candidate.run.SquaredErrors);
        return new(best.run, best.rates, values.Count % period);
    }

    /// <summary>What is to come, value by value: the best guess, and its standard deviation.</summary>
    public IEnumerable<(double Mean, double Deviation)> Forecast(int count)
    {
        var spread = 1.0;
        for (var ahead = 1; ahead <= count; ahead++)
        {
            yield return (level + (ahead * trend) + season[(next + ahead - 1) % season.Length], Math.Sqrt(variance * spread));
            var weight = rates.Level + (ahead * rates.Trend) + (ahead % season.Length == 0 && season.Length > 1 ? rates.Season : 0);
            spread += weight * weight;
        }
    }

    private static Run Learn(IReadOnlyList<double?> values, (double Level, double Trend) line, double[] firstSeason, Rates rates)
    {
        var (level, trend, season) = (line.Level - line.Trend, line.Trend, (double[])firstSeason.Clone());
        var (errors, known) = (0.0, 0);
        for (var at = 0; at < values.Count; at++)
        {
            ref var seasonal = ref season[at % season.Length];
            var error = values[at] is { } value ? value - (level + trend + seasonal) : 0;
            level += trend + (rates.Level * error);
            trend += rates.Trend * error;
            seasonal += rates.Season * error;
            errors += error * error;
            known += values[at] is null ? 0 : 1;
        }

        return new(level, trend, season, errors, known);
    }

    private static ((double Level, double Trend) Line, double[] Season) LineAndSeason(IReadOnlyList<double?> values, int period)
    {
        var known = values.Index().Where(value => value.Item is not null).Select(value => (At: value.Index, Value: value.Item!.Value)).ToList();
        var season = new double[period];
        var line = Line(known, season);
        for (var round = 0; period > 1 && round < Rounds; round++)
        {
            var left = known.ToLookup(value => value.At % period, value => value.Value - line.Level - (line.Trend * value.At));
            season = [.. Enumerable.Range(0, period).Select(place => left[place].DefaultIfEmpty().Average())];
            var mean = season.Average();
            season = [.. season.Select(value => value - mean)];
            line = Line(known, season);
        }

        return (line, season);
    }

    /// <summary>Least squares.</summary>
    private static (double Level, double Trend) Line(IReadOnlyList<(int At, double Value)> known, double[] season)
    {
        var meanAt = known.Average(value => value.At);
        var mean = known.Average(value => value.Value - season[value.At % season.Length]);
        var across = known.Sum(value => (value.At - meanAt) * (value.At - meanAt));
        var along = known.Sum(value => (value.At - meanAt) * (value.Value - season[value.At % season.Length] - mean));
        var trend = across == 0 ? 0 : along / across;
        return (mean - (trend * meanAt), trend);
    }

    /// <summary>How fast each is forgotten, 0 to 1: alpha, beta and gamma.</summary>
    private readonly record struct Rates(double Level, double Trend, double Season);

    private sealed record Run(double Level, double Trend, double[] Season, double SquaredErrors, int Known);
}
