namespace SystemDesign.GraphQL.Validation;

/// <summary>
/// Sections 5.5.1.1, fragment name uniqueness, 5.5.1.4, fragments must be used, and 5.5.2.1, fragment spread target defined.
/// </summary>
internal sealed class FragmentNames : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document)
    {
        var used = document.Parts.Where(part => part.Definition is Language.Operation)
            .SelectMany(document.ReachedFrom)
            .Select(part => part.Definition)
            .OfType<Language.Fragment>()
            .Select(fragment => fragment.Name.Text)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Uniqueness.ErrorsIn(document.Document.Fragments.Select(fragment => fragment.Name), "fragment"),
            .. from fragment in document.Document.Fragments
               where !used.Contains(fragment.Name.Text)
               select GraphQLError.At($"Fragment \"{fragment.Name}\" is never used.", fragment.Location),
            .. from part in document.Parts
               from use in part.Spreads
               where !document.Fragments.ContainsKey(use.Node.Name.Text)
               select GraphQLError.At($"Unknown fragment \"{use.Node.Name}\".", use.Node.Name.Location),
        ];
    }
}
