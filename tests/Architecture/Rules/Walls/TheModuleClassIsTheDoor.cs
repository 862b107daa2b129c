using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules.Walls;

/// <summary>One type implements <c>IModule</c>: public, and named after the module.</summary>
internal sealed class TheModuleClassIsTheDoor : IRule
{
    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.Types.Where(HostModules.IsModule);

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit)
    {
        if (subject.FullName != unit.ModuleClass)
        {
            yield return $"{Place.Of(subject)} implements IModule, which only {unit.ModuleClass} does";
        }

        if (!subject.IsPublic)
        {
            yield return $"{Place.Of(subject)} is not public";
        }
    }
}
