using Microsoft.AspNetCore.Builder;

namespace SystemDesign.Platform.Startup;

/// <summary>Where the application finds what it ships with, such as <c>appsettings.json</c>.</summary>
public static class ApplicationFolder
{
    /// <summary>
    /// By default the framework looks in the current folder, so that a published application started from elsewhere
    /// would run without its settings. Only <c>dotnet run</c> starts in the project's folder, and there it is right.
    /// </summary>
    public static WebApplicationOptions Options(string[] arguments) => new()
    {
        Args = arguments,
        ContentRootPath = IsSource(Environment.CurrentDirectory) ? Environment.CurrentDirectory : AppContext.BaseDirectory,
    };

    internal static bool IsSource(string folder) => File.Exists(Path.Combine(folder, "SystemDesign.Host.csproj"));
}
