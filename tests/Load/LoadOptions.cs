using System.Globalization;

namespace SystemDesign.Tests.Load;

/// <summary>What the command line asks for.</summary>
/// <param name="Scenarios">Names; none means all.</param>
/// <param name="Length">Of each measured round of load.</param>
/// <param name="App">The folder of a published host; without one, the host is published first.</param>
/// <param name="Postgres">A PostgreSQL server, for what is measured on several instances; databases are made on it and dropped.</param>
/// <param name="Redis">A Redis server, for the same.</param>
internal sealed record LoadOptions(IReadOnlyList<string> Scenarios, TimeSpan Length, string? App, string? Postgres, string? Redis)
{
    private const int DefaultSeconds = 5;

    /// <summary>Below the life of an access token, which is asked for anew for each round.</summary>
    private const int MaximumSeconds = 300;

    public static LoadOptions Parse(IEnumerable<string> arguments)
    {
        var options = new LoadOptions([], TimeSpan.FromSeconds(DefaultSeconds), null, null, null);
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            options = argument switch
            {
                "--seconds" => options with { Length = Seconds(ValueOf(argument, rest)) },
                "--app" => options with { App = Path.GetFullPath(ValueOf(argument, rest)) },
                "--postgres" => options with { Postgres = ValueOf(argument, rest) },
                "--redis" => options with { Redis = ValueOf(argument, rest) },
                _ when argument.StartsWith('-') =>
                    throw new LoadException($"There is no option {argument}, only --seconds N, --app FOLDER, --postgres CONNECTION and --redis SERVER."),
                _ => options with { Scenarios = [.. options.Scenarios, argument] },
            };
        }

        return options;
    }

    private static string ValueOf(string option, Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw new LoadException($"{option} needs a value.");

    private static TimeSpan Seconds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= MaximumSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new LoadException($"--seconds takes a whole number from 1 to {MaximumSeconds}, not '{text}'.");
}
