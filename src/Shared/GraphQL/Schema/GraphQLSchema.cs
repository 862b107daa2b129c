using System.Collections.Concurrent;
using System.Collections.Frozen;
using SystemDesign.GraphQL.Introspection;
using SystemDesign.GraphQL.Language;

namespace SystemDesign.GraphQL.Schema;

/// <summary>A schema that was found valid (section 3). Never changes.</summary>
public sealed class GraphQLSchema
{
    private readonly FrozenDictionary<string, NamedType> types;
    private readonly FrozenDictionary<InterfaceDefinition, ObjectDefinition[]> implementations;
    private readonly ConcurrentDictionary<(InterfaceDefinition, Type), ObjectDefinition?> resolved = [];

    private GraphQLSchema(string? description, ObjectDefinition query, ObjectDefinition? mutation, IReadOnlyList<NamedType> declared)
    {
        Description = description;
        Query = query;
        Mutation = mutation;
        Types = [.. declared.Union([query]), .. MetaTypes.All];
        types = Types.DistinctBy(type => type.Name).ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        implementations = Types.OfType<InterfaceDefinition>().ToFrozenDictionary(
            type => type,
            type => Types.OfType<ObjectDefinition>().Where(candidate => candidate.Interfaces.Contains(type)).ToArray());
    }

    internal string? Description { get; }

    internal ObjectDefinition Query { get; }

    internal ObjectDefinition? Mutation { get; }

    internal IReadOnlyList<NamedType> Types { get; }

    /// <summary>Declares a schema, and checks it.</summary>
    /// <exception cref="SchemaException">It breaks a rule of section 3, or of what can be executed here.</exception>
    public static GraphQLSchema Build(Action<SchemaBuilder> declare)
    {
        var builder = new SchemaBuilder();
        declare(builder);
        var schema = new GraphQLSchema(builder.Description, builder.QueryDefinition, builder.MutationDefinition, builder.Types);
        return SchemaRules.ErrorsIn(schema).ToList() is { Count: > 0 } errors ? throw new SchemaException(errors) : schema;
    }

    /// <summary>The schema in the language of section 3, as text.</summary>
    public string Print() => SchemaPrinter.Print(this);

    internal NamedType? Find(string name) => types.GetValueOrDefault(name);

    internal CompositeDefinition? FindComposite(string name) => Find(name) as CompositeDefinition;

    internal SchemaType? Find(TypeNode node) => node switch
    {
        NonNullTypeNode { Of: var of } => Find(of) is { } type ? new NonNull(type) : null,
        ListTypeNode { Of: var of } => Find(of) is { } type ? new ListOf(type) : null,
        NamedTypeNode { Name: var name } => Find(name),
        _ => null,
    };

    internal ObjectDefinition? RootOf(OperationKind kind) => kind switch
    {
        OperationKind.Query => Query,
        OperationKind.Mutation => Mutation,
        _ => null,
    };

    /// <summary>With those that every object or the query root has (section 4.1).</summary>
    internal FieldDefinition? FieldOf(CompositeDefinition type, string name) => type.Fields.GetValueOrDefault(name) ?? name switch
    {
        MetaFields.TypeNameField => MetaFields.TypeName,
        MetaFields.SchemaField when type == Query => MetaFields.Schema,
        MetaFields.TypeField when type == Query => MetaFields.Type,
        _ => null,
    };

    internal IReadOnlyList<ObjectDefinition> PossibleTypesOf(CompositeDefinition type) =>
        type is InterfaceDefinition definition ? implementations[definition] : [(ObjectDefinition)type];

    /// <summary>Whether one is the other, or implements it.</summary>
    internal static bool Is(NamedType type, NamedType other) =>
        type == other || (type is CompositeDefinition composite && other is InterfaceDefinition definition && composite.Interfaces.Contains(definition));

    /// <summary>Section 3.4, as validation uses it: whether a value of the one is always one of the other.</summary>
    internal static bool IsSubtype(SchemaType type, SchemaType of) => (type, of) switch
    {
        (NonNull sub, NonNull super) => IsSubtype(sub.Of, super.Of),
        (_, NonNull) => false,
        (NonNull sub, _) => IsSubtype(sub.Of, of),
        (ListOf sub, ListOf super) => IsSubtype(sub.Of, super.Of),
        (NamedType sub, NamedType super) => Is(sub, super),
        _ => false,
    };

    /// <summary>ResolveAbstractType() of section 6.4.3: by the CLR type, the closest one that was declared.</summary>
    internal ObjectDefinition? ObjectOf(InterfaceDefinition definition, object value) => resolved.GetOrAdd((definition, value.GetType()), key =>
    {
        for (var type = key.Item2; type is not null; type = type.BaseType)
        {
            if (implementations[key.Item1].FirstOrDefault(candidate => candidate.Represents == type) is { } found)
            {
                return found;
            }
        }

        return implementations[key.Item1].FirstOrDefault(candidate => candidate.Represents.IsAssignableFrom(key.Item2));
    });
}
