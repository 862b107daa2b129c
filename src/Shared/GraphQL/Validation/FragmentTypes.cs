using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Validation;

/// <summary>
/// Sections 5.5.1.2, fragment spread type existence (with the same for the types of variables), and 5.5.1.3, fragments on composite types.
/// </summary>
internal sealed class FragmentTypes : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document) => Unknown(document).Concat(NotComposite(document));

    private static IEnumerable<GraphQLError> Unknown(TypedDocument document) =>
        from part in document.Parts
        from type in part.Types
        where document.Schema.Find(type.Name) is null
        let suggestion = Suggestions.For(type.Name, document.Schema.Types.Select(known => known.Name))
        select GraphQLError.At($"Unknown type \"{type}\".{suggestion}", type.Location);

    private static IEnumerable<GraphQLError> NotComposite(TypedDocument document) =>
    [
        .. from fragment in document.Document.Fragments
           where IsLeafOrInput(document, fragment.On)
           select GraphQLError.At($"Fragment \"{fragment.Name}\" cannot condition on non composite type \"{fragment.On}\".", fragment.On.Location),
        .. from part in document.Parts
           from use in part.Inlines
           where use.Node.On is { } condition && IsLeafOrInput(document, condition)
           select GraphQLError.At($"Fragment cannot condition on non composite type \"{use.Node.On}\".", use.Node.On!.Location),
    ];

    private static bool IsLeafOrInput(TypedDocument document, NamedTypeNode condition) =>
        document.Schema.Find(condition.Name) is not (null or CompositeDefinition);
}
