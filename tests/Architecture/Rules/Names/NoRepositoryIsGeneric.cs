using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules.Names;

/// <summary>A port says what its use cases ask for; a repository of anything says what a table can do.</summary>
internal sealed class NoRepositoryIsGeneric : IRule
{
    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.Types;

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit) =>
        subject.HasGenericParameters && subject.Name.Contains("Repository", StringComparison.OrdinalIgnoreCase)
            ? [$"{Place.Of(subject)} is a generic repository"]
            : [];
}
