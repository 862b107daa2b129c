using Mono.Cecil;

namespace SystemDesign.Tests.Architecture.Code;

/// <summary>Every type that a signature, an attribute or an instruction names, down to the arguments of generics.</summary>
internal static class Mentioned
{
    public static IEnumerable<TypeReference> ByType(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(ByType)],
        FunctionPointerType pointer => BySignature(pointer),
        IModifierType modified => [.. ByType(modified.ModifierType), .. ByType(modified.ElementType)],
        TypeSpecification built => ByType(built.ElementType),
        _ => [type],
    };

    public static IEnumerable<TypeReference> ByAttribute(CustomAttribute attribute) =>
    [
        .. ByMethod(attribute.Constructor),
        .. attribute.ConstructorArguments.SelectMany(ByArgument),
        .. attribute.Fields.Concat(attribute.Properties).SelectMany(named => ByArgument(named.Argument)),
    ];

    public static IEnumerable<TypeReference> ByOperand(object? operand) => operand switch
    {
        TypeReference type => ByType(type),
        MethodReference method => ByMethod(method),
        FieldReference field => [.. ByType(field.DeclaringType), .. ByType(field.FieldType)],
        IMethodSignature signature => BySignature(signature),
        _ => [],
    };

    private static IEnumerable<TypeReference> ByMethod(MethodReference method) =>
    [
        .. ByType(method.DeclaringType),
        .. BySignature(method),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments.SelectMany(ByType) : [],
    ];

    private static IEnumerable<TypeReference> BySignature(IMethodSignature signature) =>
        [.. ByType(signature.ReturnType), .. signature.Parameters.SelectMany(parameter => ByType(parameter.ParameterType))];

    private static IEnumerable<TypeReference> ByArgument(CustomAttributeArgument argument) =>
        [.. ByType(argument.Type), .. ByValue(argument.Value)];

    private static IEnumerable<TypeReference> ByValue(object? value) => value switch
    {
        TypeReference type => ByType(type),
        CustomAttributeArgument boxed => ByArgument(boxed),
        CustomAttributeArgument[] array => array.SelectMany(ByArgument),
        _ => [],
    };
}
