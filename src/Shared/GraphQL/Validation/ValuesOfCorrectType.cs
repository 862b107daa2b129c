using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Validation;

/// <summary>
/// Sections 5.6.1, values of correct type, 5.6.2, input object field names, and 5.6.4, input object required fields.
/// </summary>
internal sealed class ValuesOfCorrectType : IRule
{
    public IEnumerable<GraphQLError> ErrorsIn(TypedDocument document) =>
        from part in document.Parts
        from use in part.Values
        from error in use.Type is { } type ? ErrorsIn(use.Node, type) : []
        select error;

    private static IEnumerable<GraphQLError> ErrorsIn(Value value, SchemaType type) => (value, type.Nullable) switch
    {
        (Variable, _) => [],
        (NullValue, _) => type is NonNull ? [Expected(type, value)] : [],
        (ListValue list, ListOf { Of: var of }) => list.Items.SelectMany(item => ErrorsIn(item, of)),
        (_, ListOf { Of: var of }) => ErrorsIn(value, of),
        (ObjectValue given, InputDefinition definition) => ErrorsIn(given, definition),
        (EnumValue { Text: var name }, EnumDefinition definition) => definition.Find(name) is null
            ? [GraphQLError.At($"Value \"{name}\" does not exist in \"{definition}\" enum.{Suggestions.ForValue(name, definition)}", value.Location)]
            : [],
        (_, EnumDefinition definition) =>
            [GraphQLError.At($"Enum \"{definition}\" cannot represent non-enum value: {value}.{Suggestions.ForValue(value.ToString(), definition)}", value.Location)],
        (_, ScalarDefinition definition) => ErrorsIn(value, definition),
        _ => [Expected(type, value)],
    };

    private static IEnumerable<GraphQLError> ErrorsIn(ObjectValue given, InputDefinition definition) =>
    [
        .. from field in definition.Fields.Values
           where field.IsRequired && given.Fields.All(candidate => candidate.Name.Text != field.Name)
           select GraphQLError.At($"Field \"{definition}.{field.Name}\" of required type \"{field.Type}\" was not provided.", given.Location),
        .. from field in given.Fields
           from error in definition.Fields.TryGetValue(field.Name.Text, out var known)
               ? ErrorsIn(field.Value, known.Type)
               : [GraphQLError.At(
                   $"Field \"{field.Name}\" is not defined by type \"{definition}\".{Suggestions.For(field.Name.Text, definition.Fields.Keys)}", field.Location)]
           select error,
    ];

    private static IEnumerable<GraphQLError> ErrorsIn(Value value, ScalarDefinition definition)
    {
        try
        {
            definition.ReadLiteral(value);
            return [];
        }
        catch (FormatException exception)
        {
            return [GraphQLError.At(exception.Message, value.Location)];
        }
    }

    private static GraphQLError Expected(SchemaType type, Value value) => GraphQLError.At($"Expected value of type \"{type}\", found {value}.", value.Location);
}
