using SystemDesign.GraphQL.Execution;
using SystemDesign.GraphQL.Introspection;
using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Limits;

/// <summary>
/// Holds an operation to its limits before any of it is executed. It must be valid: fragments that end are measured once each,
/// however often they are spread, so that what would expand without bounds is added up in linear time.
/// </summary>
internal sealed class OperationLimits
{
    /// <summary>Expected of a list whose field does not say.</summary>
    private const int UnsaidSize = 10;

    private readonly GraphQLSchema schema;
    private readonly IReadOnlyDictionary<string, Fragment> fragments;
    private readonly IReadOnlyDictionary<string, object?> variables;
    private readonly Dictionary<string, Weight> known = new(StringComparer.Ordinal);

    private OperationLimits(GraphQLSchema schema, IReadOnlyDictionary<string, Fragment> fragments, IReadOnlyDictionary<string, object?> variables) =>
        (this.schema, this.fragments, this.variables) = (schema, fragments, variables);

    /// <exception cref="GraphQLErrorException">A limit is exceeded.</exception>
    public static void Check(
        GraphQLSchema schema,
        IReadOnlyDictionary<string, Fragment> fragments,
        Operation operation,
        IReadOnlyDictionary<string, object?> variables,
        GraphQLLimits limits)
    {
        var weight = new OperationLimits(schema, fragments, variables).WeightOf(operation.Selections, schema.RootOf(operation.Kind));
        Check("too-deep", "Fields are nested", weight.Depth, limits.Depth, operation);
        Check("too-costly", "The cost is", weight.Cost, limits.Cost, operation);
        Check("too-costly", "The cost of introspection is", weight.Introspection, limits.IntrospectionCost, operation);
    }

    private static void Check(string code, string what, long asked, long limit, Operation operation)
    {
        if (asked > limit)
        {
            throw new GraphQLErrorException(GraphQLError.At($"{what} {asked}; at most {limit} is allowed.", operation.Location) with
            {
                Extensions = new Dictionary<string, object?> { ["code"] = code },
            });
        }
    }

    private Weight WeightOf(SelectionSet? selections, CompositeDefinition? type) => selections is null || type is null
        ? default
        : selections.Items.Aggregate(default(Weight), (sum, selection) => sum.And(WeightOf(selection, type)));

    private Weight WeightOf(Selection selection, CompositeDefinition type) => selection switch
    {
        Field field => WeightOf(field, schema.FieldOf(type, field.Name.Text)!),
        InlineFragment inline => WeightOf(inline.Selections, inline.On is { Name: var name } ? schema.FindComposite(name) : type),
        FragmentSpread { Name.Text: var name } => known.TryGetValue(name, out var weight) ? weight : known[name] = WeightOf(fragments[name]),
        _ => default,
    };

    private Weight WeightOf(Fragment fragment) => WeightOf(fragment.Selections, schema.FindComposite(fragment.On.Name));

    private Weight WeightOf(Field field, FieldDefinition definition)
    {
        var weight = WeightOf(field.Selections, definition.Type.Named as CompositeDefinition).Times(SizeOf(field, definition)).Under();
        return MetaFields.Introspect(definition) ? weight.AsIntrospection() : weight;
    }

    private int SizeOf(Field field, FieldDefinition definition) =>
        definition.SizeArgument is { } argument ? Math.Max(0, ArgumentOf(field, definition, argument) ?? UnsaidSize)
        : definition.Size ?? (definition.Type.Nullable is ListOf ? UnsaidSize : 1);

    /// <summary>One that cannot be coerced fails its field, which is then no cost.</summary>
    private int? ArgumentOf(Field field, FieldDefinition definition, string argument)
    {
        try
        {
            return ArgumentCoercion.Coerce(definition.Arguments, field.Arguments, field.Location, variables)[argument] as int?;
        }
        catch (GraphQLErrorException)
        {
            return 0;
        }
    }

    /// <summary>Costs stop growing far beyond any limit, where no product overflows.</summary>
    private readonly record struct Weight(int Depth, long Cost, long Introspection)
    {
        private const long Most = 1_000_000_000;

        public Weight And(Weight other) =>
            new(Math.Max(Depth, other.Depth), Math.Min(Most, Cost + other.Cost), Math.Min(Most, Introspection + other.Introspection));

        public Weight Times(int size) => this with { Cost = Math.Min(Most, Cost * size) };

        public Weight Under() => this with { Depth = Depth + 1, Cost = Cost + 1 };

        public Weight AsIntrospection() => new(0, 0, Cost);
    }
}
