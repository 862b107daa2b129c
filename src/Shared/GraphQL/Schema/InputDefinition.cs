namespace SystemDesign.GraphQL.Schema;

/// <summary>An input object (section 3.10).</summary>
internal sealed class InputDefinition(string name, string? description) : NamedType(name, description)
{
    public OrderedDictionary<string, InputValueDefinition> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Declared twice, which the validation of the schema reports.</summary>
    public List<string> Repeated { get; } = [];

    public void Add(InputValueDefinition field)
    {
        if (!Fields.TryAdd(field.Name, field))
        {
            Repeated.Add(field.Name);
        }
    }
}
