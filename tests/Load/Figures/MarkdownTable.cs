using System.Globalization;
using System.Text;

namespace SystemDesign.Tests.Load.Figures;

internal static class MarkdownTable
{
    public static string Of(string machine, TimeSpan length, IEnumerable<Row> rows)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Measured {DateTimeOffset.UtcNow:yyyy-MM-dd} on {machine}. ")
            .AppendLine("The load generator and the server share the cores.")
            .Append(CultureInfo.InvariantCulture, $"Median (lowest to highest) of {Rounds.Count} rounds, the floor's and ours in turn, ")
            .AppendLine(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0} s of load each. No request failed.")
            .AppendLine()
            .AppendLine("| measure | floor | ours | ours / floor |")
            .AppendLine("|---|---:|---:|---:|");
        foreach (var row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.Measure} | {row.Floor} | {row.Ours} | {Ratio(row)} |");
        }

        return text.ToString();
    }

    /// <summary>Nothing beside a floor of zero.</summary>
    private static string Ratio(Row row) => row.Floor.Median == 0 ? string.Empty : (row.Ours.Median / row.Floor.Median).ToString("0.00", CultureInfo.InvariantCulture);
}
