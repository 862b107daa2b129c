using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Introspection;

/// <summary>The fields that no type declares (section 4.1 and 4.2).</summary>
internal static class MetaFields
{
    public const string TypeNameField = "__typename";

    public const string SchemaField = "__schema";

    public const string TypeField = "__type";

    /// <summary>The executor knows what to answer, since no value does.</summary>
    public static FieldDefinition TypeName { get; } = new(TypeNameField, new NonNull(Scalars.StringDefinition));

    public static FieldDefinition Schema { get; } = new(SchemaField, new NonNull(MetaTypes.Schema))
    {
        Resolve = (_, context) => Task.FromResult<object?>(context.Schema),
    };

    public static FieldDefinition Type { get; } = NamedType();

    public static bool Introspect(FieldDefinition field) => field == Schema || field == Type;

    private static FieldDefinition NamedType()
    {
        var name = new InputValue<string>("name", Scalars.String);
        var field = new FieldDefinition(TypeField, MetaTypes.Type) { Resolve = (_, context) => Task.FromResult<object?>(context.Schema.Find(context.Get(name))) };
        field.Arguments.Add(((IInputValue)name).Definition);
        return field;
    }
}
