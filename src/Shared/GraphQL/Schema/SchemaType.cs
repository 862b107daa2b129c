namespace SystemDesign.GraphQL.Schema;

/// <summary>A type as section 3.4 has it: named, or wrapped into a list or a non-null. As text it is what a document would write.</summary>
internal abstract class SchemaType
{
    public abstract NamedType Named { get; }

    public SchemaType Nullable => this is NonNull nonNull ? nonNull.Of : this;

    public bool IsInput => Named is ScalarDefinition or EnumDefinition or InputDefinition;

    public bool IsOutput => Named is not InputDefinition;

    public bool IsSameAs(SchemaType other) => (this, other) switch
    {
        (NonNull one, NonNull two) => one.Of.IsSameAs(two.Of),
        (ListOf one, ListOf two) => one.Of.IsSameAs(two.Of),
        _ => ReferenceEquals(this, other),
    };
}

internal sealed class ListOf(SchemaType of) : SchemaType
{
    public SchemaType Of => of;

    public override NamedType Named => of.Named;

    public override string ToString() => $"[{of}]";
}

internal sealed class NonNull(SchemaType of) : SchemaType
{
    public SchemaType Of => of;

    public override NamedType Named => of.Named;

    public override string ToString() => $"{of}!";
}
