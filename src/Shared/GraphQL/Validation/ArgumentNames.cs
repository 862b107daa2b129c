using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Validation;

/// <summary>Sections 5.4.1, argument names, and 5.4.2, argument uniqueness.</summary>
internal sealed class ArgumentNames : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document) =>
    [
        .. from use in document.KnownFields
           from error in Unknown(use.Node.Arguments, use.Field.Arguments, $"field \"{use.Parent}.{use.Field.Name}\"")
           select error,
        .. from use in document.KnownDirectives
           from error in Unknown(use.Node.Arguments, use.Directive.Arguments, $"directive \"@{use.Directive.Name}\"")
           select error,
        .. from part in document.Parts
           from arguments in part.Fields.Select(use => use.Node.Arguments).Concat(part.Directives.Select(use => use.Node.Arguments))
           from error in Uniqueness.ErrorsInGroups(arguments.Select(argument => argument.Name), "argument")
           select error,
    ];

    private static IEnumerable<GraphQLError> Unknown(IReadOnlyList<Argument> arguments, IReadOnlyList<InputValueDefinition> definitions, string of) =>
        from argument in arguments
        where definitions.All(definition => definition.Name != argument.Name.Text)
        let suggestion = Suggestions.For(argument.Name.Text, definitions.Select(definition => definition.Name))
        select GraphQLError.At($"Unknown argument \"{argument.Name}\" on {of}.{suggestion}", argument.Location);
}
