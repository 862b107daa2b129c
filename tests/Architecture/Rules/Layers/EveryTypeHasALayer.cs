using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules.Layers;

/// <summary>Or stands beside the module's class. In a fourth folder no other rule would see it.</summary>
internal sealed class EveryTypeHasALayer : IRule
{
    private static readonly string[] Layers = [Layer.Presentation, Layer.Domain, Layer.Data];

    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.Types;

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit) =>
        Origin.NamespaceOf(subject) == unit.Root || Layers.Any(layer => unit.Has(subject, layer))
            ? []
            : [$"{Place.Of(subject)} is in no layer"];
}
