using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Seeding;

/// <summary>What follows <c>seed</c>, in its parts.</summary>
/// <param name="Module">Whose data; nothing: none was named.</param>
/// <param name="Options">The seeder's own.</param>
/// <param name="Settings">The application's, as it takes them.</param>
internal sealed record SeedCommandLine(string? Module, IReadOnlyList<SeedCommandLine.GivenOption> Options, string[] Settings)
{
    /// <summary>
    /// Settings have a section before a colon; but for these, which the web framework gave their names, and those that
    /// OpenTelemetry did.
    /// </summary>
    private static readonly string[] SettingsWithoutSection = ["urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName"];

    /// <exception cref="StartRefusedException">A part of it is neither.</exception>
    public static SeedCommandLine Parse(IReadOnlyList<string> arguments)
    {
        var module = arguments is [{ } first, ..] && !IsNamed(first) ? first : null;
        var options = new List<GivenOption>();
        var settings = new List<string>();
        for (var index = module is null ? 0 : 1; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (!IsNamed(argument))
            {
                throw new StartRefusedException($"'{argument}' is no option: options are written as in --links 1000, and settings as in --Data:Path=/srv/data.");
            }

            var (name, value) = argument.Split('=', 2) is [var before, var after] ? (before, after) : (argument, null);
            var following = value is null && index + 1 < arguments.Count && !IsNamed(arguments[index + 1]) ? arguments[++index] : null;
            if (IsSetting(name.TrimStart('-')))
            {
                settings.AddRange(following is null ? [argument] : [argument, following]);
            }
            else
            {
                options.Add(new(name.TrimStart('-'), value ?? following ?? string.Empty));
            }
        }

        return new(module, options, [.. settings]);
    }

    private static bool IsNamed(string argument) => argument.StartsWith("--", StringComparison.Ordinal);

    private static bool IsSetting(string name) =>
        name.Contains(':', StringComparison.Ordinal)
        || name.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase)
        || SettingsWithoutSection.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <param name="Name">Without the hyphens before it.</param>
    /// <param name="Value">Empty where there is none.</param>
    internal sealed record GivenOption(string Name, string Value);
}
