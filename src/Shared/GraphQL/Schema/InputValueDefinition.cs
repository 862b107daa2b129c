namespace SystemDesign.GraphQL.Schema;

/// <summary>An argument, or a field of an input object: what introspection calls an <c>__InputValue</c>. A default may be null, which is not none.</summary>
internal sealed record InputValueDefinition(string Name, string? Description, SchemaType Type, bool HasDefault, object? Default, string? DeprecationReason)
{
    public bool IsRequired => Type is NonNull && !HasDefault;
}
