using Mono.Cecil;

namespace SystemDesign.Tests.Architecture.Code;

/// <summary>
/// What the compiler made of lambdas, iterators, async methods and anonymous types. Told by the name, which no C# can
/// spell, and not by an attribute, which anybody can write.
/// </summary>
internal static class Generated
{
    public static bool Is(TypeDefinition type) =>
        (type.DeclaringType is { } outer && Is(outer)) || (type.Name.StartsWith('<') && !IsHandWritten(type));

    /// <summary>The type and what the compiler nested into it, at any depth.</summary>
    public static IEnumerable<TypeDefinition> PartsOf(TypeDefinition type) =>
        [type, .. type.NestedTypes.Where(Is).SelectMany(PartsOf)];

    /// <summary>A <c>file</c> class has such a name too, whether somebody wrote it or a source generator.</summary>
    private static bool IsHandWritten(TypeDefinition type) => FileLocal.Is(type) && SourceFiles.Of(type).Count > 0;
}
