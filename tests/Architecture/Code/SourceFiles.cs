using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace SystemDesign.Tests.Architecture.Code;

/// <summary>
/// The files that a type was written in, as the PDB has them. Cecil shows only the files of method bodies; interfaces and
/// enums have none, so the PDB is read here.
/// </summary>
internal sealed class SourceFiles
{
    /// <summary>Type definition documents, in the specification of the portable PDB.</summary>
    private static readonly Guid FilesOfType = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private static readonly ConcurrentDictionary<string, SourceFiles> Known = new();

    private readonly Dictionary<int, List<string>> ofTypes;
    private readonly Dictionary<int, List<string>> ofMethods;

    private SourceFiles(MetadataReader pdb)
    {
        ofTypes = pdb.CustomDebugInformation.Select(pdb.GetCustomDebugInformation)
            .Where(information => pdb.GetGuid(information.Kind) == FilesOfType)
            .ToDictionary(
                information => MetadataTokens.GetToken(information.Parent),
                information => FilesIn(pdb, information.Value));
        ofMethods = pdb.MethodDebugInformation
            .ToDictionary(
                handle => MetadataTokens.GetToken(handle.ToDefinitionHandle()),
                handle => FilesIn(pdb, pdb.GetMethodDebugInformation(handle)));
    }

    /// <summary>Full paths with forward slashes, each once; nested types included, what generators wrote left out.</summary>
    public static IReadOnlyList<string> Of(Mono.Cecil.TypeDefinition type)
    {
        var known = Known.GetOrAdd(Path.ChangeExtension(type.Module.FileName, ".pdb"), Read);
        var files = SelfAndNested(type).SelectMany(known.FilesOf).Distinct();
        return [.. files.Where(file => !IsOfGenerator(file))];
    }

    /// <summary>They write into the folder of intermediate files, where nobody else does.</summary>
    private static bool IsOfGenerator(string file) =>
        file.EndsWith(".g.cs", StringComparison.Ordinal) && file.Contains("/obj/", StringComparison.Ordinal);

    private IEnumerable<string> FilesOf(Mono.Cecil.TypeDefinition type) =>
    [
        .. ofTypes.GetValueOrDefault(type.MetadataToken.ToInt32(), []),
        .. type.Methods.SelectMany(method => ofMethods[method.MetadataToken.ToInt32()]),
    ];

    private static IEnumerable<Mono.Cecil.TypeDefinition> SelfAndNested(Mono.Cecil.TypeDefinition type) =>
        [type, .. type.NestedTypes.SelectMany(SelfAndNested)];

    private static SourceFiles Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(stream);
        return new(provider.GetMetadataReader());
    }

    private static List<string> FilesIn(MetadataReader pdb, MethodDebugInformation method) =>
    [
        .. method.GetSequencePoints().Select(point => point.Document).Append(method.Document)
            .Where(document => !document.IsNil)
            .Select(document => NameOf(pdb, document))
            .Distinct(),
    ];

    private static List<string> FilesIn(MetadataReader pdb, BlobHandle rows)
    {
        var files = new List<string>();
        for (var reader = pdb.GetBlobReader(rows); reader.RemainingBytes > 0;)
        {
            files.Add(NameOf(pdb, MetadataTokens.DocumentHandle(reader.ReadCompressedInteger())));
        }

        return files;
    }

    private static string NameOf(MetadataReader pdb, DocumentHandle document) =>
        pdb.GetString(pdb.GetDocument(document).Name).Replace('\\', '/');
}
