using Mono.Cecil;

namespace SystemDesign.Tests.Architecture.Code;

/// <summary>What a rule looks at: the hand-written types of an assembly, or of a probe that plays one.</summary>
/// <param name="Root">The namespace that all of them should be below.</param>
/// <param name="Types">Nested ones too.</param>
internal sealed record CodeUnit(string Root, IReadOnlyList<TypeDefinition> Types)
{
    /// <summary>The one type that may be public and see all layers.</summary>
    public string ModuleClass => $"{Root}.{Root[(Root.LastIndexOf('.') + 1)..]}Module";

    public static CodeUnit OfAssembly(string name) => new(name, [.. TypesOf(name)]);

    /// <summary>A folder of <c>Probes</c>: code that does what a rule forbids.</summary>
    public static CodeUnit OfProbe(string folder)
    {
        var self = typeof(CodeUnit).Assembly.GetName().Name!;
        var root = $"{self}.Probes.{folder}";
        return new(root, [.. TypesOf(self).Where(type => Origin.IsBelow(Origin.NamespaceOf(type), root))]);
    }

    public IEnumerable<TypeDefinition> In(string layer) => Types.Where(type => Has(type, layer));

    public bool Has(TypeReference type, string layer) => Origin.IsBelow(Origin.NamespaceOf(type), $"{Root}.{layer}");

    private static IEnumerable<TypeDefinition> TypesOf(string assembly) =>
        Assemblies.Read(assembly).MainModule.GetTypes().Where(type => !Generated.Is(type));
}
