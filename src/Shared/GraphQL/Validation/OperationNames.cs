using SystemDesign.GraphQL.Language;

namespace SystemDesign.GraphQL.Validation;

/// <summary>
/// Sections 5.2.1.1, operation name uniqueness, and 5.2.2.1, lone anonymous operation. (5.1.1, executable definitions, is the parser's;
/// 5.2.3.1 is about subscriptions, which there are none of.)
/// </summary>
internal sealed class OperationNames : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document)
    {
        List<Operation> operations = [.. document.Document.Operations];
        return
        [
            .. Uniqueness.ErrorsIn(operations.Where(operation => operation.Name is not null).Select(operation => operation.Name!), "operation"),
            .. operations.Where(operation => operation.Name is null && operations.Count > 1)
                .Select(operation => GraphQLError.At("This anonymous operation must be the only defined operation.", operation.Location)),
        ];
    }
}
