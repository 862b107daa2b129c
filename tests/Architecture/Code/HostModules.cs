using Mono.Cecil;
using SystemDesign.Platform.Modules;

namespace SystemDesign.Tests.Architecture.Code;

/// <summary>The modules that the host's entry point creates, so that none can be built and not be looked at.</summary>
internal static class HostModules
{
    /// <summary>Their assemblies' names, which are their root namespaces too.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. CreatedBy(Assemblies.Read("SystemDesign.Host").EntryPoint.DeclaringType).Select(module => module.Module.Assembly.Name.Name)];

    public static IEnumerable<TypeDefinition> CreatedBy(TypeDefinition entry) =>
        from use in Uses.MethodsIn(entry)
        where use.Method.Name == ".ctor"
        let type = use.Method.DeclaringType.Resolve()
        where IsModule(type)
        select type;

    public static bool IsModule(TypeDefinition type) =>
        type.Interfaces.Any(implemented => implemented.InterfaceType.FullName == typeof(IModule).FullName);
}
