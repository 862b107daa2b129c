using SystemDesign.GraphQL.Language;

namespace SystemDesign.GraphQL.Validation;

/// <summary>Section 5.5.2.2, fragment spreads must not form cycles. Each fragment is gone through once.</summary>
internal sealed class FragmentCycles : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document)
    {
        var search = new Search(document);
        foreach (var fragment in document.Document.Fragments)
        {
            search.GoThrough(fragment);
        }

        return search.Errors;
    }

    private sealed class Search(TypedDocument document)
    {
        private readonly ILookup<string, FragmentSpread> spreads = document.Parts
            .Where(part => part.Definition is Fragment)
            .SelectMany(part => part.Spreads, (part, use) => (((Fragment)part.Definition).Name.Text, use.Node))
            .ToLookup(pair => pair.Text, pair => pair.Node, StringComparer.Ordinal);

        private readonly HashSet<string> visited = new(StringComparer.Ordinal);
        private readonly List<FragmentSpread> path = [];
        private readonly Dictionary<string, int> onPath = new(StringComparer.Ordinal);

        public List<GraphQLError> Errors { get; } = [];

        public void GoThrough(Fragment fragment)
        {
            var name = fragment.Name.Text;
            if (!visited.Add(name))
            {
                return;
            }

            onPath.Add(name, path.Count);
            foreach (var spread in spreads[name])
            {
                path.Add(spread);
                if (onPath.TryGetValue(spread.Name.Text, out var start))
                {
                    Errors.Add(Cycle(spread, path[start..]));
                }
                else if (document.Fragments.TryGetValue(spread.Name.Text, out var next))
                {
                    GoThrough(next);
                }

                path.RemoveAt(path.Count - 1);
            }

            onPath.Remove(name);
        }

        private static GraphQLError Cycle(FragmentSpread last, List<FragmentSpread> cycle)
        {
            var via = cycle.Count == 1 ? string.Empty : $" via {string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name}\""))}";
            return GraphQLError.At($"Cannot spread fragment \"{last.Name}\" within itself{via}.", cycle.Select(spread => spread.Location));
        }
    }
}
