namespace SystemDesign.GraphQL.Schema;

/// <summary>Section 3.9.</summary>
internal sealed class EnumDefinition(string name, string? description) : NamedType(name, description)
{
    private readonly Dictionary<string, EnumValueDefinition> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<object, EnumValueDefinition> byValue = [];

    public List<EnumValueDefinition> Values { get; } = [];

    public void Add(EnumValueDefinition value)
    {
        Values.Add(value);
        byName.TryAdd(value.Name, value);
        byValue.TryAdd(value.Value, value);
    }

    public EnumValueDefinition? Find(string valueName) => byName.GetValueOrDefault(valueName);

    public EnumValueDefinition? Of(object value) => byValue.GetValueOrDefault(value);
}

/// <summary>A name, and the member of the CLR's enumeration that it stands for.</summary>
internal sealed class EnumValueDefinition(string name, object value)
{
    public string Name => name;

    public object Value => value;

    public string? Description { get; set; }

    public string? DeprecationReason { get; set; }
}
