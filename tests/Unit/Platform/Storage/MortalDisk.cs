using SystemDesign.Platform.Storage.Files;

namespace SystemDesign.Tests.Unit.Platform.Storage;

/// <summary>A disk whose process dies at a step, before or after it is done, and does nothing more from then on.</summary>
/// <param name="lastStep">From 1 on.</param>
/// <param name="isDone">Whether the last step still happens.</param>
internal sealed class MortalDisk(int lastStep, bool isDone) : IDisk
{
    private readonly Disk disk = new();
    private int steps;

    public bool IsDead => steps >= lastStep;

    public bool Exists(string path) => disk.Exists(path);

    public void CreateFolder(string path) => Step(() => disk.CreateFolder(path));

    public async Task WriteAsync(string path, Stream content, long bytes, DateTimeOffset at, CancellationToken cancellationToken)
    {
        steps++;
        if (steps > lastStep)
        {
            throw new DeathException();
        }

        if (IsDead && !isDone)
        {
            // Half of it has come to the disk.
            await disk.WriteAsync(path, new MemoryStream(new byte[bytes / 2]), bytes / 2, at, cancellationToken);
            throw new DeathException();
        }

        await disk.WriteAsync(path, content, bytes, at, cancellationToken);
        if (IsDead)
        {
            throw new DeathException();
        }
    }

    public bool Move(string from, string to) => Step(() => disk.Move(from, to));

    public bool Delete(string path) => Step(() => disk.Delete(path));

    public void FlushFolder(string path) => Step(() => disk.FlushFolder(path));

    private void Step(Action step) => Step(() =>
    {
        step();
        return true;
    });

    private T Step<T>(Func<T> step)
    {
        steps++;
        if (steps > lastStep || (IsDead && !isDone))
        {
            throw new DeathException();
        }

        var result = step();
        return IsDead ? throw new DeathException() : result;
    }
}
