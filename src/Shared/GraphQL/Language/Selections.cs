namespace SystemDesign.GraphQL.Language;

internal sealed record SelectionSet(Location Location, IReadOnlyList<Selection> Items);

internal abstract record Selection(Location Location, IReadOnlyList<Directive> Directives);

internal sealed record Field(
    Location Location,
    Name? Alias,
    Name Name,
    IReadOnlyList<Argument> Arguments,
    IReadOnlyList<Directive> Directives,
    SelectionSet? Selections) : Selection(Location, Directives)
{
    public string ResponseKey => (Alias ?? Name).Text;
}

internal sealed record FragmentSpread(Location Location, Name Name, IReadOnlyList<Directive> Directives) : Selection(Location, Directives);

internal sealed record InlineFragment(
    Location Location,
    NamedTypeNode? On,
    IReadOnlyList<Directive> Directives,
    SelectionSet Selections) : Selection(Location, Directives);
