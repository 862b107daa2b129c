using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules.Walls;

/// <summary>The module's class is the one public type; interfaces and abstract records are what need not be sealed.</summary>
internal sealed class EverythingIsInternalAndSealed : IRule
{
    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.Types;

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit)
    {
        if (!IsInternal(subject) && subject.FullName != unit.ModuleClass)
        {
            yield return $"{Place.Of(subject)} is not internal";
        }

        if (!subject.IsSealed && !subject.IsInterface && !(subject.IsAbstract && Records.Is(subject)))
        {
            yield return $"{Place.Of(subject)} is not sealed";
        }
    }

    private static bool IsInternal(TypeDefinition type) => type.IsNotPublic || type.IsNestedAssembly || type.IsNestedPrivate;
}
