using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules.Layers;

internal sealed class PresentationSeesNoData : IRule
{
    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.In(Layer.Presentation);

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit) =>
        from use in Uses.TypesIn(subject)
        where unit.Has(use.Type, Layer.Data) || Origin.IsEntityFramework(use.Type)
        select use.ToString();
}
