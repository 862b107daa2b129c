using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules.Walls;

internal sealed class ModulesDoNotSeeEachOther : IRule
{
    private static readonly string[] Shared = ["SystemDesign.Kernel", "SystemDesign.Contracts", "SystemDesign.Platform", "SystemDesign.GraphQL"];

    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.Types;

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit) =>
        from use in Uses.TypesIn(subject)
        let assembly = Origin.AssemblyOf(use.Type)
        where Origin.IsBelow(assembly, "SystemDesign") && assembly != Origin.AssemblyOf(subject) && !Shared.Contains(assembly)
        select use.ToString();
}
