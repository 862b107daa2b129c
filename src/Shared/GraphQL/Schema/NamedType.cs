namespace SystemDesign.GraphQL.Schema;

/// <summary>There is one instance for each name of a schema.</summary>
internal abstract class NamedType(string name, string? description) : SchemaType
{
    public string Name => name;

    public string? Description => description;

    public override NamedType Named => this;

    public bool IsLeaf => this is ScalarDefinition or EnumDefinition;

    public bool IsIntrospection => name.StartsWith("__", StringComparison.Ordinal);

    public sealed override string ToString() => name;
}
