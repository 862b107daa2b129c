using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Media.Data;

internal sealed partial class StagedBytes(IObjectStore store, TimeProvider clock, ILogger<StagedBytes> logger) : IStagedBytes
{
    /// <summary>What the names of all pieces begin with.</summary>
    public const string Prefix = "staging/";

    private const int ScratchBuffer = 64 * 1024;

    public string NewName(Guid uploadId, long start) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{uploadId:N}/{start}-{Guid.CreateVersion7(clock.Now()):N}");

    public async Task KeepAsync(string name, ReadOnlyMemory<byte> bytes)
    {
        MemoryMarshal.TryGetArray(bytes, out var array);
        await using var content = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
        await store.PutAsync(name, content, bytes.Length, CancellationToken.None);
    }

    public Stream Open(IReadOnlyList<UploadPiece> pieces) => new PiecesStream(store, pieces);

    public async Task DeleteAsync(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            try
            {
                await store.DeleteAsync(name, CancellationToken.None);
            }
            catch (Exception exception)
            {
                LogLeft(exception, name);
                return;
            }
        }
    }

    public Stream Scratch()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var scratch = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, ScratchBuffer, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // The file goes on without a name, and ends with its process, however that ends.
            File.Delete(path);
        }

        return scratch;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The piece {Name} could not be deleted, and is left for the sweep")]
    private partial void LogLeft(Exception exception, string name);
}
