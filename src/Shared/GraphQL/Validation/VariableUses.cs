using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Validation;

/// <summary>
/// Sections 5.8.3, all variable uses defined, 5.8.4, all variables used, and 5.8.5, all variable usages are allowed: for each operation,
/// through all fragments that it reaches.
/// </summary>
internal sealed class VariableUses : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document) =>
        from part in document.Parts
        where part.Definition is Operation
        from error in ErrorsIn(document, part, (Operation)part.Definition)
        select error;

    private static IEnumerable<GraphQLError> ErrorsIn(TypedDocument document, Part part, Operation operation)
    {
        List<VariableUse> uses = [.. document.ReachedFrom(part).SelectMany(reached => reached.Variables)];
        var used = uses.Select(use => use.Node.Name.Text).ToHashSet(StringComparer.Ordinal);
        var defined = operation.Variables.GroupBy(variable => variable.Variable.Name.Text, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        return
        [
            .. from use in uses
               where !defined.ContainsKey(use.Node.Name.Text)
               let byOperation = operation.Name is null ? string.Empty : $" by operation \"{operation.Name}\""
               select GraphQLError.At($"Variable \"{use.Node}\" is not defined{byOperation}.", use.Node.Location, operation.Location),
            .. from variable in operation.Variables
               where !used.Contains(variable.Variable.Name.Text)
               let inOperation = operation.Name is null ? string.Empty : $" in operation \"{operation.Name}\""
               select GraphQLError.At($"Variable \"{variable.Variable}\" is never used{inOperation}.", variable.Location),
            .. from use in uses
               where use.Type is not null && defined.ContainsKey(use.Node.Name.Text)
               let variable = defined[use.Node.Name.Text]
               let type = document.Schema.Find(variable.Type)
               where type is not null && !IsAllowed(type, variable.Default, use)
               select GraphQLError.At(
                   $"Variable \"{use.Node}\" of type \"{type}\" used in position expecting type \"{use.Type}\".", variable.Location, use.Node.Location),
        ];
    }

    /// <summary>IsVariableUsageAllowed(): a default, of the variable or of the place, makes up for what may be left out.</summary>
    private static bool IsAllowed(SchemaType type, Value? variableDefault, VariableUse use) =>
        use.Type is NonNull { Of: var nullable } && type is not NonNull
            ? (variableDefault is not (null or NullValue) || use.HasDefault) && GraphQLSchema.IsSubtype(type, nullable)
            : GraphQLSchema.IsSubtype(type, use.Type!);
}
