using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Introspection;

/// <summary>
/// The types of section 4.2, declared as any other types are. Their sizes are guesses at what a list holds, for the cost of a
/// document that asks for them.
/// </summary>
internal static class MetaTypes
{
    private static readonly ObjectDefinition SchemaMeta = new("__Schema", "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations.", typeof(GraphQLSchema));

    private static readonly ObjectDefinition TypeMeta = new("__Type", "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.", typeof(SchemaType));

    private static readonly ObjectDefinition FieldMeta = new("__Field", "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type.", typeof(FieldDefinition));

    private static readonly ObjectDefinition InputValueMeta = new("__InputValue", "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value.", typeof(InputValueDefinition));

    private static readonly ObjectDefinition EnumValueMeta = new("__EnumValue", "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string.", typeof(EnumValueDefinition));

    private static readonly ObjectDefinition DirectiveMeta = new("__Directive", "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional information to the executor.", typeof(DirectiveDefinition));

    private static readonly EnumDefinition TypeKindMeta = new("__TypeKind", "An enum describing what kind of type a given `__Type` is.");

    private static readonly EnumDefinition LocationMeta = new("__DirectiveLocation", "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.");

    static MetaTypes()
    {
        var type = new ObjectType<SchemaType>(TypeMeta);
        var field = new ObjectType<FieldDefinition>(FieldMeta);
        var inputValue = new ObjectType<InputValueDefinition>(InputValueMeta);
        var enumValue = new ObjectType<EnumValueDefinition>(EnumValueMeta);
        var directive = new ObjectType<DirectiveDefinition>(DirectiveMeta);
        var includeDeprecated = new InputValue<bool?>("includeDeprecated", Scalars.Boolean.OrNull()).DefaultsTo(false);

        DeclareSchema(type, directive);
        DeclareType(type, field, inputValue, enumValue, includeDeprecated);
        DeclareField(field, type, inputValue, includeDeprecated);
        DeclareInputValue(inputValue, type);
        DeclareEnumValue(enumValue);
        DeclareDirective(directive, inputValue, includeDeprecated);
    }

    public static ObjectDefinition Schema => SchemaMeta;

    public static ObjectDefinition Type => TypeMeta;

    public static IReadOnlyList<NamedType> All { get; } =
    [
        SchemaMeta, TypeMeta, TypeKindMeta, FieldMeta, InputValueMeta, EnumValueMeta, DirectiveMeta, LocationMeta,
    ];

    private static void DeclareSchema(ObjectType<SchemaType> type, ObjectType<DirectiveDefinition> directive)
    {
        var schema = new ObjectType<GraphQLSchema>(SchemaMeta);
        schema.Field("description", Scalars.String.OrNull(), source => source.Description);
        schema.Field("types", type.List(), IReadOnlyList<SchemaType> (source) => source.Types)
            .Describe("A list of all types supported by this server.").Size(30);
        schema.Field("queryType", type, SchemaType (source) => source.Query)
            .Describe("The type that query operations will be rooted at.");
        schema.Field("mutationType", type.OrNull(), SchemaType? (source) => source.Mutation)
            .Describe("If this server supports mutation, the type that mutation operations will be rooted at.");
        schema.Field("subscriptionType", type.OrNull(), SchemaType? (_) => null)
            .Describe("If this server support subscription, the type that subscription operations will be rooted at.");
        schema.Field("directives", directive.List(), _ => DirectiveDefinition.All)
            .Describe("A list of all directives supported by this server.").Size(4);
    }

    private static void DeclareType(
        ObjectType<SchemaType> type,
        ObjectType<FieldDefinition> field,
        ObjectType<InputValueDefinition> inputValue,
        ObjectType<EnumValueDefinition> enumValue,
        InputValue<bool?> includeDeprecated)
    {
        var kind = new EnumType<TypeKind>(TypeKindMeta)
            .Describe(TypeKind.Scalar, "Indicates this type is a scalar.")
            .Describe(TypeKind.Object, "Indicates this type is an object. `fields` and `interfaces` are valid fields.")
            .Describe(TypeKind.Interface, "Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields.")
            .Describe(TypeKind.Union, "Indicates this type is a union. `possibleTypes` is a valid field.")
            .Describe(TypeKind.Enum, "Indicates this type is an enum. `enumValues` is a valid field.")
            .Describe(TypeKind.InputObject, "Indicates this type is an input object. `inputFields` is a valid field.")
            .Describe(TypeKind.List, "Indicates this type is a list. `ofType` is a valid field.")
            .Describe(TypeKind.NonNull, "Indicates this type is a non-null. `ofType` is a valid field.");

        type.Field("kind", kind, TypeKinds.Of);
        type.Field("name", Scalars.String.OrNull(), source => (source as NamedType)?.Name);
        type.Field("description", Scalars.String.OrNull(), source => (source as NamedType)?.Description);
        type.Field("specifiedByURL", Scalars.String.OrNull(), source => (source as ScalarDefinition)?.SpecifiedBy);
        type.Field("fields", field.List().OrNull(), IReadOnlyList<FieldDefinition>? (source, context) => (source as CompositeDefinition)?.Fields.Values
            .Where(candidate => candidate.DeprecationReason is null || context.Get(includeDeprecated) == true).ToList()).Take(includeDeprecated).Size(8);
        type.Field("interfaces", type.List().OrNull(), IReadOnlyList<SchemaType>? (source) => (source as CompositeDefinition)?.Interfaces).Size(1);
        type.Field("possibleTypes", type.List().OrNull(), IReadOnlyList<SchemaType>? (source, context) =>
            source is InterfaceDefinition definition ? context.Schema.PossibleTypesOf(definition) : null).Size(1);
        type.Field("enumValues", enumValue.List().OrNull(), IReadOnlyList<EnumValueDefinition>? (source, context) => (source as EnumDefinition)?.Values
            .Where(candidate => candidate.DeprecationReason is null || context.Get(includeDeprecated) == true).ToList()).Take(includeDeprecated).Size(4);
        type.Field("inputFields", inputValue.List().OrNull(), IReadOnlyList<InputValueDefinition>? (source, context) => (source as InputDefinition)?.Fields.Values
            .Where(candidate => candidate.DeprecationReason is null || context.Get(includeDeprecated) == true).ToList()).Take(includeDeprecated).Size(2);
        type.Field("ofType", type.OrNull(), source => source switch
        {
            ListOf list => list.Of,
            NonNull nonNull => nonNull.Of,
            _ => null,
        });
    }

    private static void DeclareField(
        ObjectType<FieldDefinition> field, ObjectType<SchemaType> type, ObjectType<InputValueDefinition> inputValue, InputValue<bool?> includeDeprecated)
    {
        field.Field("name", Scalars.String, source => source.Name);
        field.Field("description", Scalars.String.OrNull(), source => source.Description);
        field.Field("args", inputValue.List(), IReadOnlyList<InputValueDefinition> (source, context) => Shown(source.Arguments, context.Get(includeDeprecated)))
            .Take(includeDeprecated).Size(1);
        field.Field("type", type, source => source.Type);
        field.Field("isDeprecated", Scalars.Boolean, source => source.DeprecationReason is not null);
        field.Field("deprecationReason", Scalars.String.OrNull(), source => source.DeprecationReason);
    }

    private static void DeclareInputValue(ObjectType<InputValueDefinition> inputValue, ObjectType<SchemaType> type)
    {
        inputValue.Field("name", Scalars.String, source => source.Name);
        inputValue.Field("description", Scalars.String.OrNull(), source => source.Description);
        inputValue.Field("type", type, source => source.Type);
        inputValue.Field("defaultValue", Scalars.String.OrNull(), source => source.HasDefault ? Literals.Of(source.Default, source.Type) : null)
            .Describe("A GraphQL-formatted string representing the default value for this input value.");
        inputValue.Field("isDeprecated", Scalars.Boolean, source => source.DeprecationReason is not null);
        inputValue.Field("deprecationReason", Scalars.String.OrNull(), source => source.DeprecationReason);
    }

    private static void DeclareEnumValue(ObjectType<EnumValueDefinition> enumValue)
    {
        enumValue.Field("name", Scalars.String, source => source.Name);
        enumValue.Field("description", Scalars.String.OrNull(), source => source.Description);
        enumValue.Field("isDeprecated", Scalars.Boolean, source => source.DeprecationReason is not null);
        enumValue.Field("deprecationReason", Scalars.String.OrNull(), source => source.DeprecationReason);
    }

    private static void DeclareDirective(
        ObjectType<DirectiveDefinition> directive, ObjectType<InputValueDefinition> inputValue, InputValue<bool?> includeDeprecated)
    {
        var location = new EnumType<DirectiveLocation>(LocationMeta);
        directive.Field("name", Scalars.String, source => source.Name);
        directive.Field("description", Scalars.String.OrNull(), source => source.Description);
        directive.Field("isRepeatable", Scalars.Boolean, _ => false);
        directive.Field("locations", location.List(), source => source.Locations).Size(3);
        directive.Field("args", inputValue.List(), IReadOnlyList<InputValueDefinition> (source, context) => Shown(source.Arguments, context.Get(includeDeprecated)))
            .Take(includeDeprecated).Size(1);
    }

    private static List<InputValueDefinition> Shown(IReadOnlyList<InputValueDefinition> arguments, bool? withDeprecated) =>
        [.. arguments.Where(argument => argument.DeprecationReason is null || withDeprecated == true)];
}
