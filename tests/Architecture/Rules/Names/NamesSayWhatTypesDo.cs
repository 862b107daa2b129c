using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules.Names;

/// <summary>These words fit everything, so they tell nothing.</summary>
internal sealed class NamesSayWhatTypesDo : IRule
{
    private static readonly string[] Empty = ["Service", "Manager", "Helper", "Base", "Impl"];

    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.Types;

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit) =>
        from word in Empty
        where subject.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal)
        select $"{Place.Of(subject)} ends with {word}";
}
