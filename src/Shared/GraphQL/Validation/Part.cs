using SystemDesign.GraphQL.Introspection;
using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Validation;

/// <summary>What was found in one operation or fragment, in the order of the text.</summary>
internal sealed class Part(Definition definition)
{
    public Definition Definition => definition;

    /// <summary>Selection sets within each other.</summary>
    public int Depth { get; set; }

    public List<FieldUse> Fields { get; } = [];

    public List<SpreadUse> Spreads { get; } = [];

    public List<InlineUse> Inlines { get; } = [];

    public List<DirectiveUse> Directives { get; } = [];

    public List<ValueUse> Values { get; } = [];

    public List<VariableUse> Variables { get; } = [];

    public List<SelectionUse> Selections { get; } = [];

    /// <summary>Types that the text names.</summary>
    public List<NamedTypeNode> Types { get; } = [];
}

internal sealed record FieldUse(Field Node, CompositeDefinition? Parent, FieldDefinition? Field);

internal sealed record KnownField(Field Node, CompositeDefinition Parent, FieldDefinition Field);

internal sealed record SpreadUse(FragmentSpread Node, CompositeDefinition? Parent, int Level);

internal sealed record InlineUse(InlineFragment Node, CompositeDefinition? Parent);

/// <summary>That of an inline fragment is a piece of the selection set around it.</summary>
internal sealed record SelectionUse(SelectionSet Node, CompositeDefinition? Parent, bool IsInline);

internal sealed record DirectiveUse(Directive Node, DirectiveDefinition? Directive, DirectiveLocation Location);

internal sealed record KnownDirective(Directive Node, DirectiveDefinition Directive);

/// <summary>A value that is not part of another one: of an argument, or a variable's default.</summary>
internal sealed record ValueUse(Value Node, SchemaType? Type);

internal sealed record VariableUse(Variable Node, SchemaType? Type, bool HasDefault);
