using System.Collections.Concurrent;
using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules.Names;

/// <summary>The project's folder is the deepest one that holds all its files.</summary>
internal sealed class NamespaceEqualsFolder : IRule
{
    private static readonly ConcurrentDictionary<string, string[]> ProjectFolders = new();

    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.Types.Where(type => !type.IsNested);

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit)
    {
        var files = SourceFiles.Of(subject);
        if (files.Count == 0)
        {
            return [$"{Place.Of(subject)} is in no file that the PDB knows"];
        }

        var project = ProjectFolders.GetOrAdd(unit.Root, _ => ProjectFolderOf(unit));
        return
            from file in files
            let folder = string.Join('.', FoldersOf(file).Skip(project.Length).Prepend(unit.Root))
            where folder != Origin.NamespaceOf(subject)
            select $"{Place.Of(subject)} is in the folder of {folder}";
    }

    private string[] ProjectFolderOf(CodeUnit unit) => SubjectsIn(unit).SelectMany(SourceFiles.Of).Select(FoldersOf)
        .Aggregate((one, other) => [.. one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)]);

    private static string[] FoldersOf(string file) => file.Split('/')[..^1];
}
