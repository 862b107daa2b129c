using System.Globalization;

namespace SystemDesign.Platform.Storage.Files;

/// <summary>
/// Where the files of an object are. Beside its own folders each name has one by its first two letters, so that no folder
/// becomes too large; it begins with <c>_</c>, which no name has.
/// </summary>
internal sealed class FilePlaces(string root)
{
    private const int Letters = 2;

    public string Root => root;

    public string HotFolder { get; } = Path.Combine(root, "hot");

    public string ColdFolder { get; } = Path.Combine(root, "cold");

    /// <summary>For what is being written; on the same file system.</summary>
    public string Incoming { get; } = Path.Combine(root, "incoming");

    /// <summary>For what has been asked for.</summary>
    private string ThawingFolder { get; } = Path.Combine(root, "thawing");

    public IReadOnlyList<string> Folders => [HotFolder, ColdFolder, Incoming, ThawingFolder];

    public string Hot(string name) => Below(HotFolder, name);

    public string Cold(string name) => Below(ColdFolder, name);

    /// <summary>A file that says when the object may come back.</summary>
    public string Thawing(string name) => Below(ThawingFolder, name);

    public string NewIncoming(DateTimeOffset now) => Path.Combine(Incoming, Guid.CreateVersion7(now).ToString("N", CultureInfo.InvariantCulture));

    /// <summary>The name of the object whose file is below a tier's folder; nothing, if it is none of ours.</summary>
    public static string? NameOf(string tier, string path) => Path.GetRelativePath(tier, path).Split(Path.DirectorySeparatorChar) switch
    {
        [.. var folders, ['_', ..], var last] when string.Join('/', [.. folders, last]) is var name && ObjectName.IsValid(name) => name,
        _ => null,
    };

    /// <summary>The deepest folder that has all names of a prefix.</summary>
    public static string FolderOf(string tier, string prefix) =>
        ObjectName.IsValid(Path.GetDirectoryName(prefix)?.Replace('\\', '/')) ? Path.Combine(tier, Path.GetDirectoryName(prefix)!) : tier;

    private static string Below(string tier, string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        var letters = last[..Math.Min(Letters, last.Length)];
        return Path.Combine([tier, .. name.Split('/')[..^1], $"_{letters}", last]);
    }
}
