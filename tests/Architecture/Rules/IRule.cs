using Mono.Cecil;
using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture.Rules;

internal interface IRule
{
    /// <summary>The types that the rule is about. None means that the rule looks past the code, which is a failure too.</summary>
    IEnumerable<TypeDefinition> SubjectsIn(CodeUnit unit);

    /// <summary>What one of them does wrong: a sentence for each wrong, for a person.</summary>
    IEnumerable<string> ViolationsOf(TypeDefinition subject, CodeUnit unit);
}
