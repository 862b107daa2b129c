namespace SystemDesign.GraphQL.Schema;

/// <summary>What else there is to say of a field.</summary>
public sealed class FieldBuilder
{
    private readonly FieldDefinition field;

    internal FieldBuilder(FieldDefinition field) => this.field = field;

    public FieldBuilder Describe(string description)
    {
        field.Description = description;
        return this;
    }

    public FieldBuilder Deprecate(string reason)
    {
        field.DeprecationReason = reason;
        return this;
    }

    public FieldBuilder Take(params IEnumerable<IInputValue> arguments)
    {
        field.Arguments.AddRange(arguments.Select(argument => argument.Definition));
        return this;
    }

    /// <summary>For the cost of a document: how long the list is at most, or how long those below it are, if it is a page that holds one.</summary>
    public FieldBuilder Size(int size)
    {
        field.Size = size;
        return this;
    }

    /// <summary>The same, said by an argument of the field.</summary>
    public FieldBuilder Size(InputValue<int> argument)
    {
        field.SizeArgument = argument.Name;
        return this;
    }
}
