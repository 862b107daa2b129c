using System.Text;
using SystemDesign.GraphQL.Language;

namespace SystemDesign.GraphQL.Schema;

/// <summary>Prints a schema as graphql-js does, so that two of them can be compared as text.</summary>
internal static class SchemaPrinter
{
    private const string Indent = "  ";

    public static string Print(GraphQLSchema schema) => string.Join(
        "\n\n",
        [
            .. schema.Description is { } description
                ? [Description(description) + Block("schema", [$"{Indent}query: Query", .. schema.Mutation is null ? [] : new[] { $"{Indent}mutation: Mutation" }])]
                : Array.Empty<string>(),
            .. schema.Types.Where(type => !type.IsIntrospection && !IsSpecified(type)).Select(Type),
        ]);

    private static bool IsSpecified(NamedType type) =>
        type == Scalars.StringDefinition || type == Scalars.IntDefinition || type == Scalars.FloatDefinition || type == Scalars.BooleanDefinition || type == Scalars.IdDefinition;

    private static string Type(NamedType type) => Description(type.Description) + type switch
    {
        ScalarDefinition { SpecifiedBy: { } url } => $"scalar {type.Name} @specifiedBy(url: {StringLiterals.Quoted(url)})",
        ScalarDefinition => $"scalar {type.Name}",
        EnumDefinition definition => Block($"enum {type.Name}", definition.Values.Select((value, index) =>
            $"{Description(value.Description, Indent, index)}{Indent}{value.Name}{Deprecation(value.DeprecationReason)}")),
        InputDefinition definition => Block($"input {type.Name}", definition.Fields.Values.Select((field, index) =>
            $"{Description(field.Description, Indent, index)}{Indent}{Input(field)}")),
        InterfaceDefinition definition => Block($"interface {type.Name}{Interfaces(definition)}", definition.Fields.Values.Select(Field)),
        ObjectDefinition definition => Block($"type {type.Name}{Interfaces(definition)}", definition.Fields.Values.Select(Field)),
        _ => throw new InvalidOperationException($"{type.Name} is of no kind that is printed."),
    };

    private static string Block(string head, IEnumerable<string> lines) => $"{head} {{\n{string.Join('\n', lines)}\n}}";

    private static string Interfaces(CompositeDefinition type) =>
        type.Interfaces.Count == 0 ? string.Empty : $" implements {string.Join(" & ", type.Interfaces)}";

    private static string Field(FieldDefinition field, int index) =>
        $"{Description(field.Description, Indent, index)}{Indent}{field.Name}{Arguments(field.Arguments)}: {field.Type}{Deprecation(field.DeprecationReason)}";

    private static string Arguments(List<InputValueDefinition> arguments)
    {
        if (arguments.Count == 0)
        {
            return string.Empty;
        }

        var lines = arguments.Select((argument, index) => $"{Description(argument.Description, Indent + Indent, index)}{Indent}{Indent}{Input(argument)}");
        return arguments.TrueForAll(argument => argument.Description is null)
            ? $"({string.Join(", ", arguments.Select(Input))})"
            : $"(\n{string.Join('\n', lines)}\n{Indent})";
    }

    private static string Input(InputValueDefinition input) =>
        $"{input.Name}: {input.Type}{(input.HasDefault ? $" = {Literals.Of(input.Default, input.Type)}" : string.Empty)}{Deprecation(input.DeprecationReason)}";

    private static string Deprecation(string? reason) => reason is null ? string.Empty : $" @deprecated(reason: {StringLiterals.Quoted(reason)})";

    private static string Description(string? description, string indent = "", int index = 0)
    {
        if (description is null)
        {
            return string.Empty;
        }

        var text = StringLiterals.FitBlock(description) ? StringLiterals.Block(description) : StringLiterals.Quoted(description);
        return new StringBuilder(indent.Length > 0 && index > 0 ? "\n" : string.Empty)
            .Append(indent)
            .Append(text.Replace("\n", $"\n{indent}", StringComparison.Ordinal))
            .Append('\n')
            .ToString();
    }
}
