using System.Text.Json;
using SystemDesign.GraphQL.Language;

namespace SystemDesign.GraphQL.Schema;

/// <summary>
/// Declares the types of a schema. A type is declared first and given its fields afterwards, so that types can name each other;
/// introspection and the printed schema have them in the order of declaration.
/// </summary>
public sealed class SchemaBuilder
{
    private readonly List<NamedType> types =
        [Scalars.StringDefinition, Scalars.IntDefinition, Scalars.FloatDefinition, Scalars.BooleanDefinition, Scalars.IdDefinition];

    internal SchemaBuilder()
    {
    }

    internal string? Description { get; private set; }

    internal ObjectDefinition QueryDefinition { get; } = new("Query", null, typeof(Root));

    internal ObjectDefinition? MutationDefinition { get; private set; }

    internal IReadOnlyList<NamedType> Types => types;

    public void Describe(string description) => Description = description;

    public ObjectType<Root> Query() => new(Declared(QueryDefinition));

    public ObjectType<Root> Mutation() => new(Declared(MutationDefinition ??= new("Mutation", null, typeof(Root))));

    public ObjectType<T> Object<T>(string name, string? description = null)
        where T : notnull => new(Declared(new ObjectDefinition(name, description, typeof(T))));

    public InterfaceType<T> Interface<T>(string name, string? description = null)
        where T : notnull => new(Declared(new InterfaceDefinition(name, description, typeof(T))));

    public InputType<T> Input<T>(string name, string? description = null) => new(Declared(new InputDefinition(name, description)));

    public EnumType<T> Enum<T>(string name, string? description = null)
        where T : struct, Enum => new(Declared(new EnumDefinition(name, description)));

    /// <summary>
    /// A scalar that is text on the wire. What cannot be read is a <see cref="FormatException"/> whose message the client is told; how it is
    /// read, the address that is given as <c>@specifiedBy</c> says to people.
    /// </summary>
    public GraphQLType<T> Scalar<T>(string name, string description, Func<string, T> read, Func<T, string> write, string? specifiedBy = null)
        where T : notnull
    {
        var definition = Declared(new ScalarDefinition(name, description)
        {
            SpecifiedBy = specifiedBy,
            ReadLiteral = literal => literal is StringValue { Text: var text }
                ? read(text)
                : throw new FormatException($"{name} cannot represent a non string value: {literal}"),
            ReadJson = json => json.ValueKind == JsonValueKind.String
                ? read(json.GetString()!)
                : throw new FormatException($"{name} cannot represent a non string value: {Inspected.Json(json)}"),
            Write = value => write((T)value),
        });
        return new ScalarType<T>(definition, value => (T)value, value => value);
    }

    private T Declared<T>(T type)
        where T : NamedType
    {
        if (!types.Contains(type))
        {
            types.Add(type);
        }

        return type;
    }
}
