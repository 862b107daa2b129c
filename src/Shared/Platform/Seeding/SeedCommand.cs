using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Seeding;

/// <summary>
/// <c>seed</c>: fills a module with data, on the databases of the same configuration. On SQLite no instance may run meanwhile, since
/// this process owns the files as one would.
/// </summary>
public static class SeedCommand
{
    private const int Done = 0;

    /// <summary>128 + SIGINT, as shells have it.</summary>
    private const int Interrupted = 130;

    /// <param name="arguments">What follows the verb: a module's name, the seeder's options, settings.</param>
    /// <param name="modules">Of the application.</param>
    /// <returns>The exit code. What there is to tell goes to standard output.</returns>
    /// <exception cref="StartRefusedException">There is no such seeder, or no such option, or the databases cannot be used.</exception>
    public static async Task<int> RunAsync(string[] arguments, IReadOnlyList<IModule> modules)
    {
        var line = SeedCommandLine.Parse(arguments);
        await using var app = Compose(line.Settings, modules);
        await using var scope = app.Services.CreateAsyncScope();
        var seeders = scope.ServiceProvider.GetServices<ISeeder>().ToList();
        if (line is { Module: null, Options: [] })
        {
            await Console.Out.WriteLineAsync(SeedTexts.ListOf(seeders));
            return Done;
        }

        var seeder = seeders.FirstOrDefault(seeder => seeder.Module.Equals(line.Module, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(line.Module, seeders);
        var given = SeedArguments.Of(seeder, line.Options);
        using var signals = new EndSignals();
        await app.MigrateAsync();
        return await RunAsync(seeder, given, signals.Token);
    }

    private static async Task<int> RunAsync(ISeeder seeder, SeedArguments arguments, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var report = await ProgressBars.ShowAsync(Console.Out, progress => seeder.SeedAsync(arguments, progress, cancellationToken));
            await Console.Out.WriteLineAsync(SeedTexts.SummaryOf(seeder, report, Stopwatch.GetElapsedTime(started)));
            return Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync(SeedTexts.Stopped(seeder));
            return Interrupted;
        }
    }

    private static WebApplication Compose(string[] settings, IReadOnlyList<IModule> modules)
    {
        // Standard output is for whoever sits there; what should worry them goes beside it. Their own settings come later and win.
        string[] all = ["--Logging:LogLevel:Default=Warning", .. settings];
        var builder = WebApplication.CreateBuilder(ApplicationFolder.Options(all)).AddPlatform(modules);
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder.Build();
    }

    private static StartRefusedException Unknown(string? module, IEnumerable<ISeeder> seeders)
    {
        var known = string.Join(" or ", seeders.Select(seeder => $"seed {seeder.Module}"));
        return new(module is null ? $"Say first what to seed: {known}." : $"There is nothing to seed by the name of '{module}': use {known}.");
    }
}
