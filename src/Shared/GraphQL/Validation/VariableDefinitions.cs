namespace SystemDesign.GraphQL.Validation;

/// <summary>Sections 5.8.1, variable uniqueness, and 5.8.2, variables are input types.</summary>
internal sealed class VariableDefinitions : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document) =>
    [
        .. from operation in document.Document.Operations
           from error in Uniqueness.ErrorsInGroups(operation.Variables.Select(variable => variable.Variable.Name), "variable", "$")
           select error,
        .. from operation in document.Document.Operations
           from variable in operation.Variables
           where document.Schema.Find(variable.Type) is { IsInput: false }
           select GraphQLError.At($"Variable \"{variable.Variable}\" cannot be non-input type \"{variable.Type}\".", variable.Type.Location),
    ];
}
