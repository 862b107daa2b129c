using Mono.Cecil;

namespace SystemDesign.Tests.Architecture.Code;

/// <summary>What MediatR takes for a request.</summary>
internal static class Requests
{
    public static bool Is(TypeDefinition type) => !type.IsInterface && !type.IsAbstract && SelfAndAncestors(type).Any(IsRequestContract);

    public static bool CarriesValues(TypeDefinition request) =>
        SelfAndAncestors(request).SelectMany(type => type.Properties)
            .Any(property => property.GetMethod is { IsPublic: true, IsStatic: false });

    /// <summary>Whether the request nests a type of this name that is made for it.</summary>
    /// <param name="request">A request.</param>
    /// <param name="name">The nested type's.</param>
    /// <param name="contract">How the full name of what the nested type implements or inherits begins.</param>
    public static bool HasOwn(TypeDefinition request, string name, string contract) =>
        request.NestedTypes.Where(nested => nested.Name == name).SelectMany(ParentsOf).OfType<GenericInstanceType>().Any(parent =>
            parent.FullName.StartsWith(contract, StringComparison.Ordinal) && parent.GenericArguments[0].FullName == request.FullName);

    private static bool IsRequestContract(TypeDefinition type) => type.FullName == "MediatR.IRequest`1";

    private static IEnumerable<TypeDefinition> SelfAndAncestors(TypeDefinition type) =>
        [type, .. ParentsOf(type).SelectMany(parent => SelfAndAncestors(parent.Resolve()))];

    private static IEnumerable<TypeReference> ParentsOf(TypeDefinition type) =>
        type.Interfaces.Select(implemented => implemented.InterfaceType).Concat(type.BaseType is { } parent ? [parent] : []);
}
