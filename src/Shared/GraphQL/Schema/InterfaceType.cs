namespace SystemDesign.GraphQL.Schema;

/// <summary>An interface (section 3.7). Which object type a value is, is told by its CLR type.</summary>
public sealed class InterfaceType<TSource> : GraphQLType<TSource>
    where TSource : notnull
{
    internal InterfaceType(InterfaceDefinition definition)
    {
        Definition = definition;
        Type = new NonNull(definition);
    }

    internal InterfaceDefinition Definition { get; }

    internal override SchemaType Type { get; }

    public FieldBuilder Field<T>(string name, GraphQLType<T> type)
    {
        var field = new FieldDefinition(name, type.Type);
        Definition.Add(field);
        return new(field);
    }

    public InterfaceType<TSource> Implement<TInterface>(InterfaceType<TInterface> type)
        where TInterface : notnull
    {
        Definition.Interfaces.Add(type.Definition);
        return this;
    }
}
