using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Execution;

/// <summary>Makes a value of a document one that resolvers are given (the input coercion of sections 3.5 to 3.12).</summary>
internal static class LiteralCoercion
{
    /// <summary>False for what validation lets pass, and what the variables then made wrong.</summary>
    public static bool TryCoerce(Value literal, SchemaType type, IReadOnlyDictionary<string, object?> variables, out object? coerced)
    {
        coerced = null;
        return (literal, type) switch
        {
            (Variable variable, _) => variables.TryGetValue(variable.Name.Text, out coerced) && !(coerced is null && type is NonNull),
            (_, NonNull { Of: var of }) => literal is not NullValue && TryCoerce(literal, of, variables, out coerced),
            (NullValue, _) => true,
            (ListValue list, ListOf { Of: var of }) => TryItems(list, of, variables, out coerced),
            (_, ListOf { Of: var of }) => TryItems(new(literal.Location, [literal]), of, variables, out coerced),
            (ObjectValue value, InputDefinition definition) => TryObject(value, definition, variables, out coerced),
            (EnumValue value, EnumDefinition definition) => (coerced = definition.Find(value.Text)?.Value) is not null,
            (_, ScalarDefinition definition) => TryScalar(literal, definition, out coerced),
            _ => false,
        };
    }

    /// <summary>A variable that the client left out counts as left out itself.</summary>
    public static bool IsMissing(Value literal, IReadOnlyDictionary<string, object?> variables) =>
        literal is Variable variable && !variables.ContainsKey(variable.Name.Text);

    private static bool TryItems(ListValue list, SchemaType of, IReadOnlyDictionary<string, object?> variables, out object? coerced)
    {
        var items = new object?[list.Items.Count];
        coerced = items;
        foreach (var (index, item) in list.Items.Index())
        {
            if (IsMissing(item, variables) ? of is NonNull : !TryCoerce(item, of, variables, out items[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryObject(ObjectValue value, InputDefinition definition, IReadOnlyDictionary<string, object?> variables, out object? coerced)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        coerced = new InputValues(given);
        foreach (var field in definition.Fields.Values)
        {
            var literal = value.Fields.FirstOrDefault(candidate => candidate.Name.Text == field.Name)?.Value;
            if (literal is null || IsMissing(literal, variables))
            {
                if (field.IsRequired)
                {
                    return false;
                }

                if (field.HasDefault)
                {
                    given.Add(field.Name, field.Default);
                }
            }
            else if (TryCoerce(literal, field.Type, variables, out var item))
            {
                given.Add(field.Name, item);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryScalar(Value literal, ScalarDefinition definition, out object? coerced)
    {
        try
        {
            coerced = definition.ReadLiteral(literal);
            return true;
        }
        catch (FormatException)
        {
            coerced = null;
            return false;
        }
    }
}
