using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>What an application writes into its log from now on.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly Inbox<string> lines = new();

    public IReadOnlyList<string> All => lines.All;

    public static LogLines Of(App app)
    {
        var lines = new LogLines();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        return lines;
    }

    public Task<string> FirstAsync(string part) => lines.FirstAsync(line => line.Contains(part, StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Category(lines, categoryName);

    public void Dispose()
    {
        // The lines outlive the application, to be asked about it.
    }

    private sealed class Category(Inbox<string> lines, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add([$"{logLevel} {name}: {formatter(state, exception)}"]);
    }
}
