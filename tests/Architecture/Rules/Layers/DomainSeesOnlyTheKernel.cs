using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules.Layers;

internal sealed class DomainSeesOnlyTheKernel : IRule
{
    private static readonly string[] Allowed = ["SystemDesign.Kernel", "SystemDesign.Contracts", "MediatR", "FluentValidation"];

    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.In(Layer.Domain);

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit) =>
        from use in Uses.TypesIn(subject)
        where !Origin.IsBcl(use.Type)
            && !Allowed.Contains(Origin.AssemblyOf(use.Type))
            && !unit.Has(use.Type, Layer.Domain)
        select use.ToString();
}
