using System.Globalization;

namespace SystemDesign.Tests.Load;

/// <summary>What the command line asks for.</summary>
/// <param name="Scenarios">Names; none means all.</param>
/// <param name="Length">Of each measured round of load.</param>
/// <param name="App">The folder of a published host; without one, the host is published first.</param>
/// <param name="Postgres">A PostgreSQL server, for what is measured on several instances; databases are made on it and dropped.</param>
/// <param name="Redis">A Redis server, for the same.</param>
/// <param name="Sockets">How many WebSockets are open at once where they are measured.</param>
/// <param name="Mebibytes">Of the file that is uploaded.</param>
internal sealed record LoadOptions(IReadOnlyList<string> Scenarios, TimeSpan Length, string? App, string? Postgres, string? Redis, int Sockets, int Mebibytes)
{
    private const int DefaultMebibytes = 1024;

    private const int MaximumMebibytes = 5 * 1024;

    private const int DefaultSeconds = 5;

    /// <summary>Below the life of an access token, which is asked for anew for each round.</summary>
    private const int MaximumSeconds = 300;

    private const int DefaultSockets = 10_000;

    /// <summary>Below the ports that a client has towards one server (ip_local_port_range).</summary>
    private const int MaximumSockets = 25_000;

    public static LoadOptions Parse(IEnumerable<string> arguments)
    {
        var options = new LoadOptions([], TimeSpan.FromSeconds(DefaultSeconds), null, null, null, DefaultSockets, DefaultMebibytes);
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            options = argument switch
            {
                "--seconds" => options with { Length = TimeSpan.FromSeconds(Number(argument, ValueOf(argument, rest), 1, MaximumSeconds)) },
                "--app" => options with { App = Path.GetFullPath(ValueOf(argument, rest)) },
                "--postgres" => options with { Postgres = ValueOf(argument, rest) },
                "--redis" => options with { Redis = ValueOf(argument, rest) },
                "--sockets" => options with { Sockets = Number(argument, ValueOf(argument, rest), 2, MaximumSockets) },
                "--mebibytes" => options with { Mebibytes = Number(argument, ValueOf(argument, rest), 1, MaximumMebibytes) },
                _ when argument.StartsWith('-') =>
                    throw new LoadException($"There is no option {argument}, only --seconds N, --sockets N, --mebibytes N, --app FOLDER, --postgres CONNECTION and --redis SERVER."),
                _ => options with { Scenarios = [.. options.Scenarios, argument] },
            };
        }

        return options;
    }

    private static string ValueOf(string option, Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw new LoadException($"{option} needs a value.");

    private static int Number(string option, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new LoadException($"{option} takes a whole number from {least} to {most}, not '{text}'.");
}
