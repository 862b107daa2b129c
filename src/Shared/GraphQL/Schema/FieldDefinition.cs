using SystemDesign.GraphQL.Execution;

namespace SystemDesign.GraphQL.Schema;

/// <summary>A field of an object or an interface (section 3.6).</summary>
internal sealed class FieldDefinition(string name, SchemaType type)
{
    public string Name => name;

    public SchemaType Type => type;

    public string? Description { get; set; }

    public string? DeprecationReason { get; set; }

    public List<InputValueDefinition> Arguments { get; } = [];

    /// <summary>Set for a field that is a mere property of its source; the other way is <see cref="Resolve"/>.</summary>
    public Func<object, object?>? Read { get; init; }

    public Func<object, FieldContext, Task<object?>>? Resolve { get; init; }

    /// <summary>How often what is selected below is expected to be repeated; nothing leaves it to the type.</summary>
    public int? Size { get; set; }

    /// <summary>The argument that says so, if there is one.</summary>
    public string? SizeArgument { get; set; }

    public InputValueDefinition? Argument(string argument) => Arguments.Find(candidate => candidate.Name == argument);
}
