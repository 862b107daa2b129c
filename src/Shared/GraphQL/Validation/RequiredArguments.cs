using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Validation;

/// <summary>Section 5.4.2.1, required arguments.</summary>
internal sealed class RequiredArguments : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document) =>
    [
        .. from use in document.KnownFields
           from missing in Missing(use.Node.Arguments, use.Field.Arguments)
           select GraphQLError.At(
               $"Field \"{use.Field.Name}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is required, but it was not provided.", use.Node.Location),
        .. from use in document.KnownDirectives
           from missing in Missing(use.Node.Arguments, use.Directive.Arguments)
           select GraphQLError.At(
               $"Directive \"@{use.Directive.Name}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is required, but it was not provided.",
               use.Node.Location),
    ];

    private static IEnumerable<InputValueDefinition> Missing(IReadOnlyList<Argument> given, IReadOnlyList<InputValueDefinition> definitions) =>
        definitions.Where(definition => definition.IsRequired && given.All(argument => argument.Name.Text != definition.Name));
}
