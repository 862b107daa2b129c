using SystemDesign.GraphQL.Language;

namespace SystemDesign.GraphQL.Validation;

/// <summary>Section 5.6.3, input object field uniqueness.</summary>
internal sealed class InputFieldUniqueness : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document) =>
        from part in document.Parts
        from use in part.Values
        from error in ErrorsIn(use.Node)
        select error;

    private static IEnumerable<GraphQLError> ErrorsIn(Value value) => value switch
    {
        ListValue list => list.Items.SelectMany(ErrorsIn),
        ObjectValue { Fields: var fields } =>
        [
            .. Uniqueness.ErrorsIn(fields.Select(field => field.Name), "input field"),
            .. fields.SelectMany(field => ErrorsIn(field.Value)),
        ],
        _ => [],
    };
}
