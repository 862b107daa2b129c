namespace SystemDesign.GraphQL.Language;

/// <summary>A type as a document writes it (section 2.11).</summary>
internal abstract record TypeNode(Location Location)
{
    public abstract NamedTypeNode Named { get; }
}

internal sealed record NamedTypeNode(Location Location, string Name) : TypeNode(Location)
{
    public override NamedTypeNode Named => this;

    public override string ToString() => Name;
}

internal sealed record ListTypeNode(Location Location, TypeNode Of) : TypeNode(Location)
{
    public override NamedTypeNode Named => Of.Named;

    public override string ToString() => $"[{Of}]";
}

internal sealed record NonNullTypeNode(Location Location, TypeNode Of) : TypeNode(Location)
{
    public override NamedTypeNode Named => Of.Named;

    public override string ToString() => $"{Of}!";
}
