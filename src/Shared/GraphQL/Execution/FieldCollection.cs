using System.Collections.Concurrent;
using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Execution;

/// <summary>CollectFields() of section 6.3.2, with what it found for a field and a type kept for the next object.</summary>
internal sealed class FieldCollection(GraphQLSchema schema, IReadOnlyDictionary<string, Fragment> fragments, IReadOnlyDictionary<string, object?> variables)
{
    private readonly ConcurrentDictionary<(SelectedField, ObjectDefinition), IReadOnlyList<SelectedField>> below = [];

    /// <exception cref="GraphQLErrorException">A condition is null.</exception>
    public IReadOnlyList<SelectedField> Of(ObjectDefinition type, SelectionSet selections) => Collect(type, [selections]);

    /// <exception cref="GraphQLErrorException">A condition is null.</exception>
    public IReadOnlyList<SelectedField> Below(SelectedField field, ObjectDefinition type) => below.GetOrAdd(
        (field, type),
        key => Collect(key.Item2, key.Item1.Nodes.Where(node => node.Selections is not null).Select(node => node.Selections!)));

    private List<SelectedField> Collect(ObjectDefinition type, IEnumerable<SelectionSet> sets)
    {
        var fields = new OrderedDictionary<string, List<Field>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var selections in sets)
        {
            Collect(type, selections, fields, visited);
        }

        return [.. fields.Values.Select(nodes => new SelectedField(type, schema.FieldOf(type, nodes[0].Name.Text)!, nodes, variables))];
    }

    private void Collect(ObjectDefinition type, SelectionSet selections, OrderedDictionary<string, List<Field>> fields, HashSet<string> visited)
    {
        foreach (var selection in selections.Items.Where(IsIncluded))
        {
            switch (selection)
            {
                case Field field:
                    if (!fields.TryGetValue(field.ResponseKey, out var nodes))
                    {
                        fields.Add(field.ResponseKey, nodes = []);
                    }

                    nodes.Add(field);
                    break;
                case FragmentSpread spread when visited.Add(spread.Name.Text) && fragments[spread.Name.Text] is var fragment && Applies(fragment.On, type):
                    Collect(type, fragment.Selections, fields, visited);
                    break;
                case InlineFragment inline when inline.On is null || Applies(inline.On, type):
                    Collect(type, inline.Selections, fields, visited);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode condition, ObjectDefinition type) => schema.Find(condition.Name) is { } other && GraphQLSchema.Is(type, other);

    /// <summary>Sections 3.13.1 and 3.13.2: skipped, if either says so.</summary>
    private bool IsIncluded(Selection selection) =>
        selection.Directives.Count == 0
        || (Condition(selection, DirectiveDefinition.Skip) != true && Condition(selection, DirectiveDefinition.Include) != false);

    private bool? Condition(Selection selection, DirectiveDefinition definition) =>
        selection.Directives.FirstOrDefault(directive => directive.Name.Text == definition.Name) is { } given
            ? (bool?)ArgumentCoercion.Coerce(definition.Arguments, given.Arguments, given.Location, variables)["if"]
            : null;
}
