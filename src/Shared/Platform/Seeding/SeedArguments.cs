using System.Globalization;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Seeding;

/// <summary>The numbers that were chosen.</summary>
public sealed class SeedArguments
{
    private readonly Dictionary<SeedOption, long> values;

    private SeedArguments(Dictionary<SeedOption, long> values) => this.values = values;

    public long ValueOf(SeedOption option) => values[option];

    /// <exception cref="StartRefusedException">There is no such option, or its value cannot be; the message says what can.</exception>
    internal static SeedArguments Of(ISeeder seeder, IReadOnlyList<SeedCommandLine.GivenOption> given)
    {
        var values = seeder.Options.ToDictionary(option => option, option => option.Default);
        foreach (var (name, text) in given)
        {
            var option = seeder.Options.FirstOrDefault(option => option.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(seeder, name);
            values[option] = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= option.Least && value <= option.Most
                ? value
                : throw new StartRefusedException($"Set {option.Flag} to a whole number from {option.Range}, not '{text}'.");
        }

        return new(values);
    }

    private static StartRefusedException Unknown(ISeeder seeder, string name) => new(
        $"seed {seeder.Module} has no option --{name}: it takes {string.Join(", ", seeder.Options.Select(option => option.Flag))}, and settings such as --Data:Path=/srv/data.");
}
