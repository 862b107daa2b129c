using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Validation;

/// <summary>
/// Section 5.3.2, field selection merging: what shares a response key must be one field, or of objects that are never the same. The
/// way is graphql-js's, where pairs of fragments, and of fields and fragments, are compared once; and as there, a budget ends what
/// would take too long none the less.
/// </summary>
internal sealed class FieldSelectionMerging : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document)
    {
        var comparison = new Comparison(document);
        List<GraphQLError> errors = [];
        try
        {
            foreach (var use in document.Parts.SelectMany(part => part.Selections).Where(use => !use.IsInline))
            {
                errors.AddRange(comparison.Within(use).Select(Error));
            }
        }
        catch (GraphQLErrorException exception)
        {
            errors.Add(exception.Error);
        }

        return errors;
    }

    private static GraphQLError Error(Conflict conflict) => GraphQLError.At(
        $"Fields \"{conflict.Key}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
        [.. conflict.Ones, .. conflict.Others]);

    private sealed record Conflict(string Key, string Reason, IReadOnlyList<Location> Ones, IReadOnlyList<Location> Others);

    private sealed record Candidate(CompositeDefinition? Parent, Field Node, FieldDefinition? Definition);

    /// <summary>The fields of a selection set by response key, and the fragments that it spreads.</summary>
    private sealed record Collected(OrderedDictionary<string, List<Candidate>> Fields, List<string> Fragments);

    private sealed class Comparison(TypedDocument document)
    {
        private readonly Dictionary<(SelectionSet, CompositeDefinition?), Collected> collected = new(new ByReference());
        private readonly HashSet<(Collected, string, bool)> comparedToFragment = [];
        private readonly HashSet<(string, string, bool)> comparedFragments = [];
        private int budget = 500_000;

        public List<Conflict> Within(SelectionUse use)
        {
            var found = Collect(use.Node, use.Parent);
            List<Conflict> conflicts = [];
            foreach (var (key, fields) in found.Fields)
            {
                for (var i = 0; i < fields.Count; i++)
                {
                    for (var j = i + 1; j < fields.Count; j++)
                    {
                        Compare(key, fields[i], fields[j], areExclusive: false, conflicts);
                    }
                }
            }

            for (var i = 0; i < found.Fragments.Count; i++)
            {
                CompareToFragment(found, found.Fragments[i], areExclusive: false, conflicts);
                for (var j = i + 1; j < found.Fragments.Count; j++)
                {
                    CompareFragments(found.Fragments[i], found.Fragments[j], areExclusive: false, conflicts);
                }
            }

            return conflicts;
        }

        private void CompareToFragment(Collected fields, string name, bool areExclusive, List<Conflict> conflicts)
        {
            Spend();
            if (!comparedToFragment.Add((fields, name, areExclusive)) || CollectFragment(name) is not { } other || ReferenceEquals(fields, other))
            {
                return;
            }

            Between(fields, other, areExclusive, conflicts);
            foreach (var spread in other.Fragments)
            {
                CompareToFragment(fields, spread, areExclusive, conflicts);
            }
        }

        private void CompareFragments(string one, string other, bool areExclusive, List<Conflict> conflicts)
        {
            Spend();
            var pair = string.CompareOrdinal(one, other) < 0 ? (one, other, areExclusive) : (other, one, areExclusive);
            if (one == other
                || comparedFragments.Contains((pair.Item1, pair.Item2, false))
                || !comparedFragments.Add(pair)
                || CollectFragment(one) is not { } ones
                || CollectFragment(other) is not { } others)
            {
                return;
            }

            Between(ones, others, areExclusive, conflicts);
            foreach (var spread in others.Fragments)
            {
                CompareFragments(one, spread, areExclusive, conflicts);
            }

            foreach (var spread in ones.Fragments)
            {
                CompareFragments(spread, other, areExclusive, conflicts);
            }
        }

        private void Between(Collected ones, Collected others, bool areExclusive, List<Conflict> conflicts)
        {
            foreach (var (key, fields) in ones.Fields)
            {
                Spend();
                foreach (var (one, other) in from one in fields from other in others.Fields.GetValueOrDefault(key) ?? [] select (one, other))
                {
                    Compare(key, one, other, areExclusive, conflicts);
                }
            }
        }

        private void Compare(string key, Candidate one, Candidate other, bool areExclusive, List<Conflict> conflicts)
        {
            Spend();
            var exclusive = areExclusive || (one.Parent != other.Parent && one.Parent is ObjectDefinition && other.Parent is ObjectDefinition);
            if ((exclusive ? null : Difference(one.Node, other.Node)) is { } difference)
            {
                Add(conflicts, new(key, difference, [one.Node.Location], [other.Node.Location]));
            }
            else if (one.Definition?.Type is { } type && other.Definition?.Type is { } otherType && Conflicting(type, otherType))
            {
                Add(conflicts, new(key, $"they return conflicting types \"{type}\" and \"{otherType}\"", [one.Node.Location], [other.Node.Location]));
            }
            else if (one.Node.Selections is not null && other.Node.Selections is not null && Below(one, other, exclusive) is { Count: > 0 } below)
            {
                Add(conflicts, new(
                    key,
                    string.Join(" and ", below.Select(conflict => $"subfields \"{conflict.Key}\" conflict because {conflict.Reason}")),
                    [one.Node.Location, .. below.SelectMany(conflict => conflict.Ones)],
                    [other.Node.Location, .. below.SelectMany(conflict => conflict.Others)]));
            }
        }

        private List<Conflict> Below(Candidate one, Candidate other, bool areExclusive)
        {
            List<Conflict> conflicts = [];
            var ones = Collect(one.Node.Selections!, one.Definition?.Type.Named as CompositeDefinition);
            var others = Collect(other.Node.Selections!, other.Definition?.Type.Named as CompositeDefinition);
            Between(ones, others, areExclusive, conflicts);
            foreach (var name in others.Fragments)
            {
                CompareToFragment(ones, name, areExclusive, conflicts);
            }

            foreach (var name in ones.Fragments)
            {
                CompareToFragment(others, name, areExclusive, conflicts);
            }

            foreach (var (first, second) in from first in ones.Fragments from second in others.Fragments select (first, second))
            {
                CompareFragments(first, second, areExclusive, conflicts);
            }

            return conflicts;
        }

        private static string? Difference(Field one, Field other) =>
            one.Name.Text != other.Name.Text ? $"\"{one.Name}\" and \"{other.Name}\" are different fields"
            : AreSame(one.Arguments, other.Arguments) ? null
            : "they have differing arguments";

        private static bool AreSame(IReadOnlyList<Argument> ones, IReadOnlyList<Argument> others) => ones.Count == others.Count
            && ones.All(one => others.FirstOrDefault(other => other.Name.Text == one.Name.Text) is { } same && Canonical(one.Value) == Canonical(same.Value));

        /// <summary>The order of an input object's fields means nothing.</summary>
        private static string Canonical(Value value) => value switch
        {
            ObjectValue { Fields: var fields } =>
                $"{{{string.Join(", ", fields.OrderBy(field => field.Name.Text, StringComparer.Ordinal).Select(field => $"{field.Name}: {Canonical(field.Value)}"))}}}",
            ListValue list => $"[{string.Join(", ", list.Items.Select(Canonical))}]",
            _ => value.ToString(),
        };

        /// <summary>SameResponseShape().</summary>
        private static bool Conflicting(SchemaType one, SchemaType other) => (one, other) switch
        {
            (ListOf first, ListOf second) => Conflicting(first.Of, second.Of),
            (NonNull first, NonNull second) => Conflicting(first.Of, second.Of),
            (NamedType first, NamedType second) => (first.IsLeaf || second.IsLeaf) && first != second,
            _ => true,
        };

        private Collected? CollectFragment(string name) =>
            document.Fragments.TryGetValue(name, out var fragment) ? Collect(fragment.Selections, document.Schema.FindComposite(fragment.On.Name)) : null;

        private Collected Collect(SelectionSet selections, CompositeDefinition? parent)
        {
            if (!collected.TryGetValue((selections, parent), out var found))
            {
                collected.Add((selections, parent), found = new(new(StringComparer.Ordinal), []));
                Collect(selections, parent, found);
            }

            return found;
        }

        private void Collect(SelectionSet selections, CompositeDefinition? parent, Collected found)
        {
            foreach (var selection in selections.Items)
            {
                switch (selection)
                {
                    case Field field:
                        if (!found.Fields.TryGetValue(field.ResponseKey, out var fields))
                        {
                            found.Fields.Add(field.ResponseKey, fields = []);
                        }

                        fields.Add(new(parent, field, parent?.Fields.GetValueOrDefault(field.Name.Text)));
                        break;
                    case FragmentSpread spread when !found.Fragments.Contains(spread.Name.Text):
                        found.Fragments.Add(spread.Name.Text);
                        break;
                    case InlineFragment inline:
                        Collect(inline.Selections, inline.On is { Name: var name } ? document.Schema.FindComposite(name) : parent, found);
                        break;
                }
            }
        }

        /// <summary>A conflict is dear, since it is told in words, and again by each one around it.</summary>
        private void Add(List<Conflict> conflicts, Conflict conflict)
        {
            Spend(500);
            conflicts.Add(conflict);
        }

        private void Spend(int cost = 1)
        {
            budget -= cost;
            if (budget < 0)
            {
                throw new GraphQLErrorException(new("Validation aborted."));
            }
        }
    }

    private sealed class ByReference : IEqualityComparer<(SelectionSet Selections, CompositeDefinition? Parent)>
    {
        public bool Equals((SelectionSet Selections, CompositeDefinition? Parent) x, (SelectionSet Selections, CompositeDefinition? Parent) y) =>
            ReferenceEquals(x.Selections, y.Selections) && ReferenceEquals(x.Parent, y.Parent);

        public int GetHashCode((SelectionSet Selections, CompositeDefinition? Parent) obj) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Selections), obj.Parent);
    }
}
