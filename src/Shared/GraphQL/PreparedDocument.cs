using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;
using SystemDesign.GraphQL.Validation;

namespace SystemDesign.GraphQL;

/// <summary>A document that was parsed and validated.</summary>
internal sealed record PreparedDocument(IReadOnlyList<Operation> Operations, IReadOnlyDictionary<string, Fragment> Fragments, IReadOnlyList<GraphQLError> Errors)
{
    public static PreparedDocument Of(Document document, GraphQLSchema schema, GraphQLLimits limits)
    {
        var typed = TypedDocument.Of(document, schema);
        return new([.. document.Operations], typed.Fragments, Validator.ErrorsIn(typed, limits));
    }

    /// <summary>GetOperation() of section 6.1.</summary>
    /// <exception cref="GraphQLErrorException">There is none of this name, or there are several and no name.</exception>
    public Operation OperationNamed(string? name) => (name, Operations) switch
    {
        (null, [var only]) => only,
        (null, []) => throw new GraphQLErrorException(new("Must provide an operation.")),
        (null, _) => throw new GraphQLErrorException(new("Must provide operation name if query contains multiple operations.")),
        _ => Operations.FirstOrDefault(operation => operation.Name?.Text == name)
            ?? throw new GraphQLErrorException(new($"Unknown operation named \"{name}\".")),
    };
}
