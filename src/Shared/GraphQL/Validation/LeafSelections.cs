namespace SystemDesign.GraphQL.Validation;

/// <summary>Section 5.3.3, leaf field selections: what has fields must be selected from, and nothing else can be.</summary>
internal sealed class LeafSelections : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document) =>
        from use in document.KnownFields
        where use.Field.Type.Named.IsLeaf == use.Node.Selections is not null
        select use.Node.Selections is { } selections
            ? GraphQLError.At($"Field \"{use.Node.Name}\" must not have a selection since type \"{use.Field.Type}\" has no subfields.", selections.Location)
            : GraphQLError.At(
                $"Field \"{use.Node.Name}\" of type \"{use.Field.Type}\" must have a selection of subfields. Did you mean \"{use.Node.Name} {{ ... }}\"?",
                use.Node.Location);
}
