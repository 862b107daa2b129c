using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Validation;

/// <summary>Section 5.3.1, field selections: the type must have the field.</summary>
internal sealed class FieldSelections : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document) =>
        from part in document.Parts
        from use in part.Fields
        where use is { Parent: not null, Field: null }
        let suggestion = Suggestion(document.Schema, use.Parent!, use.Node.Name.Text)
        select GraphQLError.At($"Cannot query field \"{use.Node.Name}\" on type \"{use.Parent}\".{suggestion}", use.Node.Location);

    private static string Suggestion(GraphQLSchema schema, CompositeDefinition parent, string field) =>
        parent is InterfaceDefinition && Suggestions.DidYouMean(TypesWith(schema, parent, field), "to use an inline fragment on ") is { Length: > 0 } suggestion
            ? suggestion
            : Suggestions.For(field, parent.Fields.Keys);

    /// <summary>Those that most types have in common come first, interfaces before what implements them.</summary>
    private static List<string> TypesWith(GraphQLSchema schema, CompositeDefinition parent, string field)
    {
        List<ObjectDefinition> possible = [.. schema.PossibleTypesOf(parent).Where(type => type.Fields.ContainsKey(field))];
        var interfaces = possible.SelectMany(type => type.Interfaces).Where(type => type.Fields.ContainsKey(field))
            .GroupBy(type => type).Select(group => (Type: (NamedType)group.Key, Count: group.Count() + 1));
        return
        [
            .. interfaces.Concat(possible.Select(type => (Type: (NamedType)type, Count: 1)))
                .OrderByDescending(candidate => candidate.Count)
                .ThenBy(candidate => candidate.Type is ObjectDefinition)
                .ThenBy(candidate => candidate.Type.Name, StringComparer.Ordinal)
                .Select(candidate => candidate.Type.Name),
        ];
    }
}
