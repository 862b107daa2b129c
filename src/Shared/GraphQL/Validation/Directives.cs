using System.Text.Json;
using SystemDesign.GraphQL.Language;

namespace SystemDesign.GraphQL.Validation;

/// <summary>
/// Sections 5.7.1, directives are defined, 5.7.2, directives are in valid locations, and 5.7.3, directives are unique per location.
/// </summary>
internal sealed class Directives : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document) =>
    [
        .. from part in document.Parts
           from use in part.Directives
           where use.Directive is null
           select GraphQLError.At($"Unknown directive \"@{use.Node.Name}\".", use.Node.Location),
        .. from part in document.Parts
           from use in part.Directives
           where use.Directive?.Locations.Contains(use.Location) == false
           let location = JsonNamingPolicy.SnakeCaseUpper.ConvertName(use.Location.ToString())
           select GraphQLError.At($"Directive \"@{use.Node.Name}\" may not be used on {location}.", use.Node.Location),
        .. from part in document.Parts
           from directives in Places(part)
           from repeated in directives.Where(directive => Schema.DirectiveDefinition.All.Any(known => known.Name == directive.Name.Text))
               .GroupBy(directive => directive.Name.Text, StringComparer.Ordinal)
           from directive in repeated.Skip(1)
           select GraphQLError.At(
               $"The directive \"@{repeated.Key}\" can only be used once at this location.", repeated.First().Location, directive.Location),
    ];

    private static IEnumerable<IReadOnlyList<Directive>> Places(Part part) =>
    [
        part.Definition.Directives,
        .. part.Definition is Operation operation ? operation.Variables.Select(variable => variable.Directives) : [],
        .. part.Selections.SelectMany(selections => selections.Node.Items).Select(selection => selection.Directives),
    ];
}
