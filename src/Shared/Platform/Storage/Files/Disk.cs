using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SystemDesign.Platform.Storage.Files;

/// <summary>The disk itself.</summary>
internal sealed partial class Disk : IDisk
{
    private const int Portion = 128 * 1024;

    public bool Exists(string path) => File.Exists(path);

    public void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (Path.GetDirectoryName(path) is { } parent)
        {
            CreateFolder(parent);
            Directory.CreateDirectory(path);
            FlushFolder(parent);
        }
    }

    public async Task WriteAsync(string path, Stream content, long bytes, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using (var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
            // A full disk is found before the bytes are sent for.
            PreallocationSize = bytes,
        }))
        {
            await CopyAsync(content, file, bytes, cancellationToken);
            await file.FlushAsync(cancellationToken);
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }

        File.SetLastWriteTimeUtc(path, at.UtcDateTime);
    }

    public bool Move(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
            return true;
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException && Directory.Exists(Path.GetDirectoryName(to)))
        {
            return false;
        }
    }

    public bool Delete(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        File.Delete(path);
        return true;
    }

    /// <summary>
    /// .NET opens no folders, and without this a rename is only in memory: POSIX promises it to last after fsync of the
    /// folder. NTFS keeps a journal of names, and Windows has nothing to call.
    /// </summary>
    public void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int ReadOnly = 0;
        using var folder = Open(path, ReadOnly);
        if (folder.IsInvalid)
        {
            throw new IOException($"The folder {path} cannot be opened: error {Marshal.GetLastPInvokeError()}.");
        }

        RandomAccess.FlushToDisk(folder);
    }

    private static async Task CopyAsync(Stream content, FileStream file, long bytes, CancellationToken cancellationToken)
    {
        var portion = new byte[Portion];
        var left = bytes;
        while (await content.ReadAsync(portion, cancellationToken) is var read and > 0)
        {
            left -= read;
            if (left < 0)
            {
                break;
            }

            await file.WriteAsync(portion.AsMemory(0, read), cancellationToken);
        }

        if (left != 0)
        {
            throw ContentLength.Differs(bytes);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle Open(string path, int flags);
}
