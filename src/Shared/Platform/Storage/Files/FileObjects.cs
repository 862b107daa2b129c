using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Storage.Files;

/// <summary>
/// Objects as files, which any number of processes may share. A tier is a folder, and an object changes it by being renamed:
/// at every moment, also of a crash, it is in one of them, or in both after it was put again, and then the hot one counts.
/// What is in no step's way is left to the next one: nothing here is repaired at start.
/// </summary>
internal sealed class FileObjects(FilePlaces places, IDisk disk, StorageOptions options, TimeProvider clock) : IStorage
{
    public string System => "files";

    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var folder in places.Folders)
            {
                disk.CreateFolder(folder);
            }

            return ProbeAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The folder of stored objects {places.Root} cannot be written ({exception.Message}): give this user the right to write there, or set {StorageOptions.Section}:{nameof(StorageOptions.Path)} to another folder.",
                exception);
        }
    }

    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var probe = places.NewIncoming(clock.Now());
        await disk.WriteAsync(probe, Stream.Null, 0, clock.Now(), cancellationToken);
        disk.Delete(probe);
    }

    public async Task PutAsync(string name, Stream content, long bytes, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);
        var (hot, cold) = (places.Hot(name), places.Cold(name));
        await ArriveAsync(hot, content, bytes, cancellationToken);

        // The same bytes once more: renamed over the others, and never deleted, since somebody may freeze those at this moment.
        if (disk.Exists(cold))
        {
            Rename(cold, hot);
        }
    }

    public Task<ObjectFacts?> FindAsync(string name, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);

        // It may change its place between two looks, and once more between the next two.
        return Task.FromResult(HotFactsOf(name) ?? ColdFactsOf(name) ?? HotFactsOf(name) ?? ColdFactsOf(name));
    }

    public Task<Stream?> OpenAsync(string name, long offset, long bytes, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return Task.FromResult<Stream?>(Open(places.Hot(name), offset, bytes));
    }

    /// <summary>Again, until it is in neither tier: it may change between them at this moment.</summary>
    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);
        while (Remove(places.Hot(name)) | Remove(places.Cold(name)))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        Remove(places.Thawing(name));
        return Task.CompletedTask;
    }

    /// <summary>What changes its tier meanwhile may be missing.</summary>
    public async IAsyncEnumerable<ObjectFacts> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var (tier, kind) in new[] { (places.HotFolder, StorageTier.Hot), (places.ColdFolder, StorageTier.Cold) })
        {
            foreach (var name in NamesIn(tier, prefix))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (kind is StorageTier.Cold && disk.Exists(places.Hot(name)))
                {
                    continue;
                }

                if (await FindAsync(name, cancellationToken) is { } facts)
                {
                    yield return facts;
                }
            }
        }
    }

    public Task FreezeAsync(string name, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);
        var hot = places.Hot(name);
        if (disk.Exists(hot))
        {
            // One of an earlier time would let it come back at once.
            Remove(places.Thawing(name));
            Rename(hot, places.Cold(name));
        }

        return Task.CompletedTask;
    }

    public async Task<StorageTier?> ThawAsync(string name, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);
        var (hot, cold, thawing) = (places.Hot(name), places.Cold(name), places.Thawing(name));
        if (disk.Exists(hot))
        {
            return StorageTier.Hot;
        }

        if (disk.Exists(cold))
        {
            var due = await DueAsync(thawing, cancellationToken) ?? await BeginAsync(thawing, cancellationToken);
            if (due > clock.Now())
            {
                return StorageTier.Thawing;
            }

            Rename(cold, hot);
            Remove(thawing);
        }

        // Where it was not, another process may have brought it back, or deleted it, a moment ago.
        return disk.Exists(hot) ? StorageTier.Hot : null;
    }

    public Task RemoveLeftoversAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var file in new DirectoryInfo(places.Incoming).EnumerateFiles())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.LastWriteTimeUtc < before.UtcDateTime)
            {
                disk.Delete(file.FullName);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Under another name first, so that it is there whole or not at all.</summary>
    private async Task ArriveAsync(string path, Stream content, long bytes, CancellationToken cancellationToken)
    {
        var incoming = places.NewIncoming(clock.Now());
        try
        {
            await disk.WriteAsync(incoming, content, bytes, clock.Now(), cancellationToken);
        }
        catch
        {
            disk.Delete(incoming);
            throw;
        }

        disk.CreateFolder(Path.GetDirectoryName(path)!);
        if (!disk.Move(incoming, path))
        {
            throw new IOException("It took so long to arrive that it was cleared away.");
        }

        disk.FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>The new name is on the disk before the old one is not.</summary>
    private void Rename(string from, string to)
    {
        disk.CreateFolder(Path.GetDirectoryName(to)!);
        if (disk.Move(from, to))
        {
            disk.FlushFolder(Path.GetDirectoryName(to)!);
            disk.FlushFolder(Path.GetDirectoryName(from)!);
        }
    }

    private bool Remove(string path)
    {
        if (!disk.Delete(path))
        {
            return false;
        }

        disk.FlushFolder(Path.GetDirectoryName(path)!);
        return true;
    }

    /// <summary>The end of a restore that was begun, by whatever process; nothing, if none was.</summary>
    private static async Task<DateTimeOffset?> DueAsync(string thawing, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(thawing, cancellationToken);
            return DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private async Task<DateTimeOffset> BeginAsync(string thawing, CancellationToken cancellationToken)
    {
        var due = clock.Now() + options.Restore;
        var text = Encoding.ASCII.GetBytes(due.ToString("O", CultureInfo.InvariantCulture));
        await using var content = new MemoryStream(text);
        await ArriveAsync(thawing, content, text.Length, cancellationToken);
        return due;
    }

    private static PortionStream? Open(string path, long offset, long bytes)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            BufferSize = 0,
        };
        try
        {
            return new(path, options, offset, bytes);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private ObjectFacts? HotFactsOf(string name) => FactsOf(name, places.Hot(name), StorageTier.Hot);

    private ObjectFacts? ColdFactsOf(string name) =>
        FactsOf(name, places.Cold(name), disk.Exists(places.Thawing(name)) ? StorageTier.Thawing : StorageTier.Cold);

    private static ObjectFacts? FactsOf(string name, string path, StorageTier tier)
    {
        var file = new FileInfo(path);
        try
        {
            return file.Exists ? new(name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc), tier) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static IEnumerable<string> NamesIn(string tier, string prefix)
    {
        var folder = FilePlaces.FolderOf(tier, prefix);
        return !Directory.Exists(folder) ? [] :
            from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            let name = FilePlaces.NameOf(tier, path)
            where name is not null && name.StartsWith(prefix, StringComparison.Ordinal)
            select name;
    }
}
