namespace SystemDesign.GraphQL.Schema;

/// <summary>What has fields to select from (sections 3.6 and 3.7), and the CLR type of the values that it stands for.</summary>
internal abstract class CompositeDefinition(string name, string? description, Type represents) : NamedType(name, description)
{
    public Type Represents => represents;

    /// <summary>In the order in which they were declared.</summary>
    public OrderedDictionary<string, FieldDefinition> Fields { get; } = new(StringComparer.Ordinal);

    public List<InterfaceDefinition> Interfaces { get; } = [];

    /// <summary>Declared twice, which the validation of the schema reports.</summary>
    public List<string> Repeated { get; } = [];

    public void Add(FieldDefinition field)
    {
        if (!Fields.TryAdd(field.Name, field))
        {
            Repeated.Add(field.Name);
        }
    }
}

internal sealed class ObjectDefinition(string name, string? description, Type represents) : CompositeDefinition(name, description, represents);

internal sealed class InterfaceDefinition(string name, string? description, Type represents) : CompositeDefinition(name, description, represents);
