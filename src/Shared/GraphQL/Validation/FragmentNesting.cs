namespace SystemDesign.GraphQL.Validation;

/// <summary>
/// How deep selections lie in each other, through the fragments that they spread. The parser sees no further than one definition, and
/// what walks over all of them calls itself for each level: so this comes before, when it is known that fragments form no cycle.
/// </summary>
internal sealed class FragmentNesting(TypedDocument document)
{
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

    public static IEnumerable<GraphQLError> ErrorsIn(TypedDocument document, int limit)
    {
        var nesting = new FragmentNesting(document);
        return document.Parts.Where(part => nesting.DepthOf(part) > limit)
            .Take(1)
            .Select(part => GraphQLError.At($"Selections are nested deeper than {limit} levels through fragments.", part.Definition.Location));
    }

    private int DepthOf(Part part)
    {
        var depth = part.Depth;
        foreach (var spread in part.Spreads)
        {
            depth = Math.Max(depth, spread.Level + DepthOf(spread.Node.Name.Text));
        }

        return depth;
    }

    private int DepthOf(string name)
    {
        if (!known.TryGetValue(name, out var depth))
        {
            known[name] = depth = document.PartOf(name) is { } part ? DepthOf(part) : 0;
        }

        return depth;
    }
}
