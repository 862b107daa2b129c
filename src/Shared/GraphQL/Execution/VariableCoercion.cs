using System.Text.Json;
using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Execution;

/// <summary>CoerceVariableValues() of section 6.1.2. All that is wrong is reported, and not the first of it.</summary>
internal sealed class VariableCoercion
{
    private readonly List<GraphQLError> errors = [];
    private readonly int limit;
    private VariableDefinition variable = null!;

    private VariableCoercion(int limit) => this.limit = limit;

    public static (IReadOnlyDictionary<string, object?> Values, IReadOnlyList<GraphQLError> Errors) Coerce(
        GraphQLSchema schema, IReadOnlyList<VariableDefinition> variables, JsonElement? given, int limit)
    {
        var coercion = new VariableCoercion(limit);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        try
        {
            foreach (var variable in variables)
            {
                coercion.Coerce(schema, variable, given, values);
            }
        }
        catch (GraphQLErrorException exception)
        {
            coercion.errors.Add(exception.Error);
        }

        return (values, coercion.errors);
    }

    private void Coerce(GraphQLSchema schema, VariableDefinition definition, JsonElement? given, Dictionary<string, object?> values)
    {
        variable = definition;
        var (name, type) = (definition.Variable.Name.Text, schema.Find(definition.Type)!);
        if (given is not { ValueKind: JsonValueKind.Object } members || !members.TryGetProperty(name, out var json))
        {
            if (definition.Default is { } literal)
            {
                LiteralCoercion.TryCoerce(literal, type, values, out var value);
                values[name] = value;
            }
            else if (type is NonNull)
            {
                Report($"Variable \"${name}\" of required type \"{type}\" was not provided.");
            }
        }
        else if (json.ValueKind == JsonValueKind.Null && type is NonNull)
        {
            Report($"Variable \"${name}\" of non-null type \"{type}\" must not be null.");
        }
        else
        {
            values[name] = Coerce(json, type, path: string.Empty);
        }
    }

    private object? Coerce(JsonElement json, SchemaType type, string path) => type switch
    {
        NonNull { Of: var of } => json.ValueKind == JsonValueKind.Null
            ? Invalid(json, path, $"Expected non-nullable type \"{type}\" not to be null.")
            : Coerce(json, of, path),
        _ when json.ValueKind == JsonValueKind.Null => null,
        ListOf { Of: var of } when json.ValueKind == JsonValueKind.Array =>
            json.EnumerateArray().Select((item, index) => Coerce(item, of, $"{path}[{index}]")).ToArray(),
        ListOf { Of: var of } => new[] { Coerce(json, of, path) },
        InputDefinition definition => json.ValueKind == JsonValueKind.Object
            ? Fields(json, definition, path)
            : Invalid(json, path, $"Expected type \"{definition}\" to be an object."),
        EnumDefinition definition => Member(json, definition, path),
        ScalarDefinition definition => Scalar(json, definition, path),
        _ => throw new InvalidOperationException($"{type} is no input, which validation should have said."),
    };

    private InputValues Fields(JsonElement json, InputDefinition definition, string path)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in definition.Fields.Values)
        {
            if (json.TryGetProperty(field.Name, out var member))
            {
                given.Add(field.Name, Coerce(member, field.Type, $"{path}.{field.Name}"));
            }
            else if (field.HasDefault)
            {
                given.Add(field.Name, field.Default);
            }
            else if (field.IsRequired)
            {
                Invalid(json, path, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
            }
        }

        foreach (var member in json.EnumerateObject().Where(member => !definition.Fields.ContainsKey(member.Name)))
        {
            Invalid(json, path, $"Field \"{member.Name}\" is not defined by type \"{definition}\".{Suggestions.For(member.Name, definition.Fields.Keys)}");
        }

        return new(given);
    }

    private object? Member(JsonElement json, EnumDefinition definition, string path)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            var shown = Inspected.Json(json);
            return Invalid(json, path, $"Enum \"{definition}\" cannot represent non-string value: {shown}.{Suggestions.ForValue(shown, definition)}");
        }

        var name = json.GetString()!;
        return definition.Find(name)?.Value
            ?? Invalid(json, path, $"Value \"{name}\" does not exist in \"{definition}\" enum.{Suggestions.ForValue(name, definition)}");
    }

    private object? Scalar(JsonElement json, ScalarDefinition definition, string path)
    {
        try
        {
            return definition.ReadJson(json);
        }
        catch (FormatException exception)
        {
            return Invalid(json, path, exception.Message);
        }
    }

    private object? Invalid(JsonElement json, string path, string message)
    {
        var at = path.Length == 0 ? string.Empty : $" at \"{variable.Variable.Name}{path}\"";
        Report($"Variable \"${variable.Variable.Name}\" got invalid value {Inspected.Json(json)}{at}; {message}");
        return null;
    }

    private void Report(string message)
    {
        if (errors.Count >= limit)
        {
            throw new GraphQLErrorException(new("Too many errors processing variables, error limit reached. Execution aborted."));
        }

        errors.Add(GraphQLError.At(message, variable.Location));
    }
}
