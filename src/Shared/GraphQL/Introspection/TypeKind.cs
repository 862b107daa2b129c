using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Introspection;

/// <summary><c>__TypeKind</c> (section 4.2.2).</summary>
internal enum TypeKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
    List,
    NonNull,
}

internal static class TypeKinds
{
    public static TypeKind Of(SchemaType type) => type switch
    {
        ScalarDefinition => TypeKind.Scalar,
        ObjectDefinition => TypeKind.Object,
        InterfaceDefinition => TypeKind.Interface,
        EnumDefinition => TypeKind.Enum,
        InputDefinition => TypeKind.InputObject,
        ListOf => TypeKind.List,
        _ => TypeKind.NonNull,
    };
}
