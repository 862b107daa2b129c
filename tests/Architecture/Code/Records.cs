using Mono.Cecil;

namespace SystemDesign.Tests.Architecture.Code;

internal static class Records
{
    /// <summary>What a <c>with</c> expression calls; only records have it.</summary>
    public static bool Is(TypeDefinition type) => type.Methods.Any(method => method.Name == "<Clone>$");
}
