using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Validation;

/// <summary>
/// A document with what the schema says of each part, found in one walk, so that a rule is a question to it. What is unknown has no type, and
/// whoever needs one passes over it: one rule reports it, and no other.
/// </summary>
internal sealed class TypedDocument
{
    private readonly Dictionary<Definition, IReadOnlyList<Part>> reached = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Part> fragmentParts;

    private TypedDocument(Document document, GraphQLSchema schema)
    {
        Schema = schema;
        Document = document;
        Fragments = document.Fragments.GroupBy(fragment => fragment.Name.Text).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        Parts = [.. document.Definitions.Select(definition => PartWalk.Over(definition, schema))];
        fragmentParts = Parts.Where(part => part.Definition is Fragment).GroupBy(part => ((Fragment)part.Definition).Name.Text)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
    }

    public GraphQLSchema Schema { get; }

    public Document Document { get; }

    /// <summary>Those that a spread can mean: the last one, where a name is given twice.</summary>
    public IReadOnlyDictionary<string, Fragment> Fragments { get; }

    public IReadOnlyList<Part> Parts { get; }

    /// <summary>The fields that the schema has.</summary>
    public IEnumerable<KnownField> KnownFields => Parts.SelectMany(part => part.Fields).SelectMany(use =>
        use is { Parent: { } parent, Field: { } definition } ? [new KnownField(use.Node, parent, definition)] : Array.Empty<KnownField>());

    /// <summary>The directives that the schema has.</summary>
    public IEnumerable<KnownDirective> KnownDirectives => Parts.SelectMany(part => part.Directives).SelectMany(use =>
        use.Directive is { } directive ? [new KnownDirective(use.Node, directive)] : Array.Empty<KnownDirective>());

    public static TypedDocument Of(Document document, GraphQLSchema schema) => new(document, schema);

    /// <summary>An operation, and all fragments that are reached from it, each once.</summary>
    public IReadOnlyList<Part> ReachedFrom(Part part)
    {
        if (reached.TryGetValue(part.Definition, out var known))
        {
            return known;
        }

        var parts = new List<Part> { part };
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < parts.Count; index++)
        {
            foreach (var name in parts[index].Spreads.Select(spread => spread.Node.Name.Text).Where(names.Add))
            {
                parts.AddRange(PartOf(name) is { } fragment ? [fragment] : []);
            }
        }

        return reached[part.Definition] = parts;
    }

    public Part? PartOf(string fragment) => fragmentParts.GetValueOrDefault(fragment);
}
