using Spectre.Console;

namespace SystemDesign.Platform.Seeding;

/// <summary>A bar for each step, on a terminal; elsewhere a line now and then.</summary>
internal sealed class ProgressBars(ProgressContext context) : ISeedProgress
{
    /// <summary>Shows them for as long as the work takes.</summary>
    public static Task<T> ShowAsync<T>(TextWriter output, Func<ISeedProgress, Task<T>> work) =>
        AnsiConsole.Create(SettingsFor(output))
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new ProgressBars(context)));

    public ISeedStep Begin(string kind, long count) => new Bar(context.AddTask(Markup.Escape(kind), maxValue: count));

    /// <summary>Spectre asks whether there is a terminal, and colours what it writes even where there is none.</summary>
    private static AnsiConsoleSettings SettingsFor(TextWriter output) => new()
    {
        Out = new AnsiConsoleOutput(output),
        Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        ColorSystem = Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        Interactive = Console.IsOutputRedirected ? InteractionSupport.No : InteractionSupport.Detect,
    };

    private sealed class Bar(ProgressTask task) : ISeedStep
    {
        public void Advance(long count) => task.Increment(count);
    }
}
