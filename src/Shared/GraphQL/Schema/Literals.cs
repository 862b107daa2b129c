using System.Globalization;
using SystemDesign.GraphQL.Language;

namespace SystemDesign.GraphQL.Schema;

/// <summary>Writes a default value as a document would.</summary>
internal static class Literals
{
    public static string Of(object? value, SchemaType type) => (value, type) switch
    {
        (null, _) => "null",
        (_, NonNull { Of: var of }) => Of(value, of),
        (IEnumerable<object?> items, ListOf { Of: var of }) => $"[{string.Join(", ", items.Select(item => Of(item, of)))}]",
        (_, EnumDefinition definition) => definition.Of(value)!.Name,
        (_, ScalarDefinition definition) => Scalar(definition.Write(value)),
        _ => throw new InvalidOperationException($"{type} has no default values."),
    };

    private static string Scalar(object written) => written switch
    {
        bool isTrue => isTrue ? "true" : "false",
        string text => StringLiterals.Quoted(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A {written.GetType()} is nothing that a scalar writes."),
    };
}
