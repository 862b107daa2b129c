using SystemDesign.GraphQL.Introspection;

namespace SystemDesign.GraphQL.Schema;

/// <summary>Section 3.13. There are those of the specification, and no others.</summary>
internal sealed record DirectiveDefinition(string Name, string Description, IReadOnlyList<DirectiveLocation> Locations, IReadOnlyList<InputValueDefinition> Arguments)
{
    public static DirectiveDefinition Include { get; } = Condition("include", "Directs the executor to include this field or fragment only when the `if` argument is true.", "Included when true.");

    public static DirectiveDefinition Skip { get; } = Condition("skip", "Directs the executor to skip this field or fragment when the `if` argument is true.", "Skipped when true.");

    public static DirectiveDefinition Deprecated { get; } = new(
        "deprecated",
        "Marks an element of a GraphQL schema as no longer supported.",
        [DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition, DirectiveLocation.InputFieldDefinition, DirectiveLocation.EnumValue],
        [
            new(
                "reason",
                "Explains why this element was deprecated, usually also including a suggestion for how to access supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
                Scalars.StringDefinition,
                HasDefault: true,
                "No longer supported",
                DeprecationReason: null),
        ]);

    public static DirectiveDefinition SpecifiedBy { get; } = new(
        "specifiedBy",
        "Exposes a URL that specifies the behavior of this scalar.",
        [DirectiveLocation.Scalar],
        [Required("url", "The URL that specifies the behavior of this scalar.", Scalars.StringDefinition)]);

    public static IReadOnlyList<DirectiveDefinition> All { get; } = [Include, Skip, Deprecated, SpecifiedBy];

    private static DirectiveDefinition Condition(string name, string description, string argument) =>
        new(name, description, [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment], [Required("if", argument, Scalars.BooleanDefinition)]);

    private static InputValueDefinition Required(string name, string description, NamedType type) =>
        new(name, description, new NonNull(type), HasDefault: false, Default: null, DeprecationReason: null);
}
