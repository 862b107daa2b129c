using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Execution;

/// <summary>
/// A field of the response, made of all selections that share its key (section 6.3.2). Its arguments are coerced and what is selected below is
/// collected once, however many objects have it.
/// </summary>
internal sealed class SelectedField
{
    private readonly Lazy<InputValues> arguments;

    public SelectedField(CompositeDefinition parent, FieldDefinition definition, IReadOnlyList<Field> nodes, IReadOnlyDictionary<string, object?> variables)
    {
        (Parent, Definition, Nodes) = (parent, definition, nodes);
        arguments = new(() => ArgumentCoercion.Coerce(definition.Arguments, nodes[0].Arguments, nodes[0].Location, variables));
    }

    public string Key => Nodes[0].ResponseKey;

    public CompositeDefinition Parent { get; }

    public FieldDefinition Definition { get; }

    public IReadOnlyList<Field> Nodes { get; }

    /// <exception cref="GraphQLErrorException">They cannot be coerced.</exception>
    public InputValues Arguments => arguments.Value;
}
