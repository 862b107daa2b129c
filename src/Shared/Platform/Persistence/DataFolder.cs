using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Persistence;

/// <summary>
/// The folder of the application's files. One process owns it for as long as it lives: the lock is the operating
/// system's, so a killed process leaves nothing behind that would block the next one.
/// </summary>
internal sealed class DataFolder(IOptions<DataOptions> options, IHostEnvironment environment) : IDataFolder, IDisposable
{
    private FileStream? ownership;

    public string FullPath { get; } = Locate(options.Value.Path, environment.ContentRootPath);

    public string File(string name) => Path.Combine(FullPath, name);

    /// <exception cref="StartRefusedException">Another process has it, or it cannot be written.</exception>
    public void Own()
    {
        if (ownership is not null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(FullPath);
            ownership = new FileStream(File(".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StartRefusedException(
                $"The data folder {FullPath} cannot be written: give this user the right to write there, or set Data:Path to another folder.", exception);
        }
        catch (IOException exception) when (Directory.Exists(FullPath) && System.IO.File.Exists(File(".lock")))
        {
            throw new StartRefusedException(
                $"The data folder {FullPath} is in use by another process: stop that one, or set Data:Path to another folder.", exception);
        }
        catch (IOException exception)
        {
            throw new StartRefusedException(
                $"The data folder {FullPath} cannot be used ({exception.Message}): set Data:Path to a folder that can be written.", exception);
        }
    }

    public void Dispose() => ownership?.Dispose();

    /// <summary>
    /// By default <c>data</c> beside the solution when run from source, else below the content root.
    /// <c>dotnet run --project</c> starts in the project's folder, so there a relative path is taken from the folder
    /// that the caller's shell was in.
    /// </summary>
    internal static string Locate(string? configured, string contentRoot)
    {
        var fromSource = ApplicationFolder.IsSource(contentRoot);
        if (string.IsNullOrWhiteSpace(configured))
        {
            return Path.GetFullPath(fromSource ? Path.Combine(contentRoot, "..", "..", "data") : Path.Combine(contentRoot, "data"));
        }

        var caller = fromSource ? Environment.GetEnvironmentVariable("PWD") : null;
        return Path.GetFullPath(configured, string.IsNullOrEmpty(caller) ? Environment.CurrentDirectory : caller);
    }
}
