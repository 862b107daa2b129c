namespace SystemDesign.Tests.Integration.Support;

internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("system-design-").FullName;

    public string File(string name) => Path.Combine(FullPath, name);

    public TemporaryFolder Copy()
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(FullPath))
        {
            System.IO.File.Copy(file, copy.File(Path.GetFileName(file)));
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
