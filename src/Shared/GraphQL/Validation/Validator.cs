namespace SystemDesign.GraphQL.Validation;

internal static class Validator
{
    private static readonly IRule[] Rules =
    [
        new OperationNames(),
        new FieldSelections(),
        new LeafSelections(),
        new ArgumentNames(),
        new RequiredArguments(),
        new FragmentNames(),
        new FragmentTypes(),
        new FragmentSpreads(),
        new ValuesOfCorrectType(),
        new InputFieldUniqueness(),
        new Directives(),
        new VariableDefinitions(),
        new VariableUses(),
        new FieldSelectionMerging(),
    ];

    /// <summary>None, if the document can be executed.</summary>
    public static IReadOnlyList<GraphQLError> ErrorsIn(TypedDocument document, GraphQLLimits limits)
    {
        List<GraphQLError> errors = [.. InStages(document, limits).Take(limits.Errors + 1)];
        return errors.Count <= limits.Errors
            ? errors
            : [.. errors.Take(limits.Errors), new("Too many validation errors, error limit reached. Validation aborted.")];
    }

    /// <summary>The rules follow fragments, which must end for that, and soon enough.</summary>
    private static IEnumerable<GraphQLError> InStages(TypedDocument document, GraphQLLimits limits)
    {
        List<GraphQLError> endless = [.. new FragmentCycles().ErrorsIn(document)];
        endless.AddRange(endless.Count > 0 ? [] : FragmentNesting.ErrorsIn(document, limits.Nesting));
        return endless.Count > 0 ? endless : Rules.SelectMany(rule => rule.ErrorsIn(document));
    }
}
