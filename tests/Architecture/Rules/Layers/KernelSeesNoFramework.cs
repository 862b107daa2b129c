using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules.Layers;

/// <summary>What the kernel showed, every domain would see: so it sees no more than they may.</summary>
internal sealed class KernelSeesNoFramework : IRule
{
    private static readonly string[] Allowed = ["MediatR", "FluentValidation"];

    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.Types;

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit) =>
        from use in Uses.TypesIn(subject)
        where !Origin.IsBcl(use.Type)
            && !Allowed.Contains(Origin.AssemblyOf(use.Type))
            && !Origin.IsBelow(Origin.NamespaceOf(use.Type), unit.Root)
        select use.ToString();
}
