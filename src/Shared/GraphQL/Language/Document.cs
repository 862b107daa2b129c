namespace SystemDesign.GraphQL.Language;

/// <summary>Section 2.2. What defines types is no part of a document that is executed, and is refused by the parser.</summary>
internal sealed record Document(IReadOnlyList<Definition> Definitions)
{
    public IEnumerable<Operation> Operations => Definitions.OfType<Operation>();

    public IEnumerable<Fragment> Fragments => Definitions.OfType<Fragment>();
}

/// <summary>An operation or a fragment.</summary>
internal abstract record Definition(Location Location, IReadOnlyList<Directive> Directives, SelectionSet Selections);

internal sealed record Operation(
    Location Location,
    OperationKind Kind,
    Name? Name,
    IReadOnlyList<VariableDefinition> Variables,
    IReadOnlyList<Directive> Directives,
    SelectionSet Selections) : Definition(Location, Directives, Selections);

internal sealed record Fragment(
    Location Location,
    Name Name,
    NamedTypeNode On,
    IReadOnlyList<Directive> Directives,
    SelectionSet Selections) : Definition(Location, Directives, Selections);

internal sealed record VariableDefinition(Location Location, Variable Variable, TypeNode Type, Value? Default, IReadOnlyList<Directive> Directives);

internal sealed record Directive(Location Location, Name Name, IReadOnlyList<Argument> Arguments);

internal sealed record Argument(Name Name, Value Value)
{
    public Location Location => Name.Location;
}

internal sealed record Name(Location Location, string Text)
{
    public override string ToString() => Text;
}
