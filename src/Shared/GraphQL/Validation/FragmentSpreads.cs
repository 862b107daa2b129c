using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Validation;

/// <summary>Section 5.5.2.3, fragment spread is possible: some object must be of both types.</summary>
internal sealed class FragmentSpreads : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document) =>
    [
        .. from part in document.Parts
           from use in part.Inlines
           let type = use.Node.On is { } condition ? document.Schema.FindComposite(condition.Name) : null
           where type is not null && use.Parent is not null && !Overlap(document.Schema, type, use.Parent)
           select GraphQLError.At(
               $"Fragment cannot be spread here as objects of type \"{use.Parent}\" can never be of type \"{type}\".", use.Node.Location),
        .. from part in document.Parts
           from use in part.Spreads
           let type = document.Fragments.GetValueOrDefault(use.Node.Name.Text) is { } fragment ? document.Schema.FindComposite(fragment.On.Name) : null
           where type is not null && use.Parent is not null && !Overlap(document.Schema, type, use.Parent)
           select GraphQLError.At(
               $"Fragment \"{use.Node.Name}\" cannot be spread here as objects of type \"{use.Parent}\" can never be of type \"{type}\".", use.Node.Location),
    ];

    private static bool Overlap(GraphQLSchema schema, CompositeDefinition one, CompositeDefinition other) =>
        one == other || schema.PossibleTypesOf(one).Intersect(schema.PossibleTypesOf(other)).Any();
}
