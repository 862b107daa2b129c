using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules.Bans;

/// <summary>Method groups and expression trees name a method as a call does, and count.</summary>
internal sealed class NobodyCalls(Func<MethodUse, bool> isBanned) : IRule
{
    public IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit) => unit.Types;

    public IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit) =>
        Uses.MethodsIn(subject).Where(isBanned).Select(use => use.ToString());
}
