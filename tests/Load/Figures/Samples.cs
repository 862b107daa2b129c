using System.Globalization;

namespace SystemDesign.Tests.Load.Figures;

/// <summary>What several rounds gave for one measure.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public double Median => (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;

    /// <summary>The median, and the lowest and the highest.</summary>
    public override string ToString() => $"{Text(Median)} ({Text(sorted[0])} to {Text(sorted[^1])})";

    /// <summary>Three digits at least, since more would pretend to know.</summary>
    private static string Text(double value) => value.ToString(
        value switch { >= 100 => "N0", >= 10 => "N1", _ => "N2" },
        CultureInfo.InvariantCulture);
}
