namespace SystemDesign.Tests.Load.Processes;

internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("system-design-load-");

    /// <summary>A new folder inside, empty.</summary>
    public string Sub(string name) => folder.CreateSubdirectory($"{name}-{Guid.CreateVersion7():N}").FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
