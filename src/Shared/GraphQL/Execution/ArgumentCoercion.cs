using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Execution;

/// <summary>CoerceArgumentValues() of section 6.4.1, for fields and directives.</summary>
internal static class ArgumentCoercion
{
    /// <exception cref="GraphQLErrorException">A variable left out, or null, what must not be.</exception>
    public static InputValues Coerce(
        IReadOnlyList<InputValueDefinition> definitions, IReadOnlyList<Argument> given, Location location, IReadOnlyDictionary<string, object?> variables)
    {
        if (definitions.Count == 0)
        {
            return InputValues.None;
        }

        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var literal = given.FirstOrDefault(argument => argument.Name.Text == definition.Name)?.Value;
            if (literal is not null && !LiteralCoercion.IsMissing(literal, variables))
            {
                values.Add(definition.Name, Coerce(definition, literal, variables));
            }
            else if (definition.HasDefault)
            {
                values.Add(definition.Name, definition.Default);
            }
            else if (definition.IsRequired)
            {
                throw Error($"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was {NotProvided(literal)}", literal?.Location ?? location);
            }
        }

        return new(values);
    }

    private static object? Coerce(InputValueDefinition definition, Value literal, IReadOnlyDictionary<string, object?> variables) =>
        LiteralCoercion.TryCoerce(literal, definition.Type, variables, out var value) ? value
        : literal is Variable ? throw Error($"Argument \"{definition.Name}\" of non-null type \"{definition.Type}\" must not be null.", literal.Location)
        : throw Error($"Argument \"{definition.Name}\" has invalid value {literal}.", literal.Location);

    private static string NotProvided(Value? literal) =>
        literal is Variable variable ? $"provided the variable \"{variable}\" which was not provided a runtime value." : "not provided.";

    private static GraphQLErrorException Error(string message, Location location) => new(GraphQLError.At(message, location));
}
