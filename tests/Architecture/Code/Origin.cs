using Mono.Cecil;

namespace SystemDesign.Tests.Architecture.Code;

/// <summary>Where a type comes from.</summary>
internal static class Origin
{
    public static string AssemblyOf(TypeReference type) => type.Scope switch
    {
        ModuleDefinition module => module.Assembly.Name.Name,
        var reference => reference.Name,
    };

    /// <summary>IL knows a namespace only for outermost types.</summary>
    public static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;

    public static bool IsBcl(TypeReference type) => IsBelow(NamespaceOf(type), "System") && IsBelow(AssemblyOf(type), "System");

    /// <summary>By assembly, since EF Core's providers and Identity's stores carry it under namespaces of their own.</summary>
    public static bool IsEntityFramework(TypeReference type) =>
        AssemblyOf(type).Contains("EntityFrameworkCore", StringComparison.Ordinal);

    public static bool IsBelow(string name, string root) =>
        name == root || name.StartsWith($"{root}.", StringComparison.Ordinal);
}
