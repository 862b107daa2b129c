using SystemDesign.GraphQL.Execution;

namespace SystemDesign.GraphQL.Schema;

/// <summary>An object type whose values are <typeparamref name="TSource"/> (section 3.6).</summary>
public sealed class ObjectType<TSource> : GraphQLType<TSource>
    where TSource : notnull
{
    private readonly ObjectDefinition definition;

    internal ObjectType(ObjectDefinition definition)
    {
        this.definition = definition;
        Type = new NonNull(definition);
    }

    internal override SchemaType Type { get; }

    /// <summary>A field that its source has at hand.</summary>
    public FieldBuilder Field<T>(string name, GraphQLType<T> type, Func<TSource, T> read) =>
        Add(new(name, type.Type) { Read = source => type.Write(read((TSource)source)) });

    /// <summary>A field that takes arguments, or needs what the context has.</summary>
    public FieldBuilder Field<T>(string name, GraphQLType<T> type, Func<TSource, FieldContext, T> resolve) =>
        Add(new(name, type.Type) { Resolve = (source, context) => Task.FromResult(type.Write(resolve((TSource)source, context))) });

    /// <summary>A field that is worked for.</summary>
    public FieldBuilder Field<T>(string name, GraphQLType<T> type, Func<TSource, FieldContext, Task<T>> resolve) =>
        Add(new(name, type.Type) { Resolve = async (source, context) => type.Write(await resolve((TSource)source, context)) });

    /// <summary>Says that it has the fields of an interface, which must still be declared.</summary>
    public ObjectType<TSource> Implement<TInterface>(InterfaceType<TInterface> type)
        where TInterface : notnull
    {
        definition.Interfaces.Add(type.Definition);
        return this;
    }

    private FieldBuilder Add(FieldDefinition field)
    {
        definition.Add(field);
        return new(field);
    }
}
