using System.Text.Json;

namespace SystemDesign.GraphQL.Schema;

/// <summary>An enumeration (section 3.9): each member of the CLR's, <c>NewestFirst</c> as <c>NEWEST_FIRST</c>.</summary>
public sealed class EnumType<T> : GraphQLType<T>
    where T : struct, Enum
{
    private readonly EnumDefinition definition;

    internal EnumType(EnumDefinition definition)
    {
        this.definition = definition;
        Type = new NonNull(definition);
        foreach (var value in Enum.GetValues<T>())
        {
            definition.Add(new(JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()), value));
        }
    }

    internal override SchemaType Type { get; }

    public EnumType<T> Describe(T value, string description)
    {
        definition.Of(value)!.Description = description;
        return this;
    }

    public EnumType<T> Deprecate(T value, string reason)
    {
        definition.Of(value)!.DeprecationReason = reason;
        return this;
    }
}
