using System.Reflection;
using Mono.Cecil;

namespace SystemDesign.Tests.Architecture.Code;

/// <summary>The product's assemblies as Cecil reads them, each read once.</summary>
internal static class Assemblies
{
    private static readonly DefaultAssemblyResolver Resolver = CreateResolver();

    public static AssemblyDefinition Read(string name) =>
        Resolver.Resolve(AssemblyNameReference.Parse(Assembly.Load(name).FullName));

    private static DefaultAssemblyResolver CreateResolver()
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        return resolver;
    }
}
