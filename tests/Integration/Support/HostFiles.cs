using System.Runtime.Versioning;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>A copy of the built host where everybody may read it: the checkout may lie where only its owner can.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class HostFiles : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public HostFiles()
    {
        foreach (var source in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var target = folder.File(System.IO.Path.GetRelativePath(AppContext.BaseDirectory, source));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        OpenToAll(folder.FullPath);
    }

    public string Path => folder.File(HostProcess.AssemblyName);

    public void Dispose() => folder.Dispose();

    private static void OpenToAll(string path)
    {
        const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Enterable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

        File.SetUnixFileMode(path, Enterable);
        foreach (var entry in Directory.EnumerateFileSystemEntries(path, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(entry, Directory.Exists(entry) ? Enterable : Readable);
        }
    }
}
