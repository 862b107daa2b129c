using System.Globalization;
using System.Text;

namespace SystemDesign.Platform.Seeding;

/// <summary>What whoever seeds gets to read.</summary>
internal static class SeedTexts
{
    public static string ListOf(IEnumerable<ISeeder> seeders)
    {
        var text = new StringBuilder("What can be seeded; the same options make the same rows, and what is there already stays.\n");
        foreach (var seeder in seeders)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nseed {seeder.Module}\n  {seeder.Summary}\n");
            foreach (var option in seeder.Options)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {option.Flag,-10} {option.Meaning}; {option.Range}, by default {option.Default:N0}\n");
            }
        }

        return text.Append("\nSettings may follow, such as --Data:Path=/srv/data or --Persistence:Provider=Postgres.").ToString();
    }

    public static string SummaryOf(ISeeder seeder, SeedReport report, TimeSpan took)
    {
        var made = report.Rows.Sum(rows => rows.Made);
        var text = new StringBuilder();
        foreach (var rows in report.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{rows.Made,13:N0} {rows.Kind}");
            text.Append(rows.Kept > 0 ? string.Create(CultureInfo.InvariantCulture, $", and {rows.Kept:N0} were there\n") : "\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Seeded {seeder.Module}: {made:N0} rows in {took.TotalSeconds:N1} s, {made / double.Max(took.TotalSeconds, 0.001):N0} rows/s.\n");
        return text.Append(report.Next).ToString();
    }

    public static string Stopped(ISeeder seeder) => $"Stopped. What was made of {seeder.Module} stays, and the same command goes on from there.";
}
