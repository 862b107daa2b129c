using System.Reflection;
using System.Security.Cryptography;

namespace SystemDesign.GraphQL.Explorer;

/// <summary>The files of the folder <c>Page</c>, as they were built in.</summary>
internal static class ExplorerResources
{
    private const string Folder = "explorer/";

    private static readonly Assembly Assembly = typeof(ExplorerResources).Assembly;

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .Select(resource => resource[Folder.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Tells apart builds whose files differ.</summary>
    public static string Version { get; } = VersionOfAll();

    public static byte[] Read(string name)
    {
        using var resource = Assembly.GetManifestResourceStream(Folder + name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }

    private static string VersionOfAll()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names)
        {
            hash.AppendData(Read(name));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
