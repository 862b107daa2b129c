using SystemDesign.GraphQL.Language;

namespace SystemDesign.GraphQL.Schema;

/// <summary>What section 3 asks of a schema, and what executing it here asks besides.</summary>
internal static class SchemaRules
{
    public static IEnumerable<string> ErrorsIn(GraphQLSchema schema)
    {
        var declared = schema.Types.Where(type => !type.IsIntrospection || !Introspection.MetaTypes.All.Contains(type)).ToList();
        return
        [
            .. declared.CountBy(type => type.Name).Where(count => count.Value > 1).Select(count => $"There are {count.Value} types named {count.Key}."),
            .. declared.SelectMany(type => NameErrors($"Type {type.Name}", type.Name)),
            .. Undeclared(declared),
            .. declared.OfType<CompositeDefinition>().SelectMany(Composite),
            .. declared.OfType<CompositeDefinition>().SelectMany(type => type.Interfaces.SelectMany(implemented => Implementation(type, implemented))),
            .. declared.OfType<InterfaceDefinition>().SelectMany(type => Ambiguous(schema, type)),
            .. declared.OfType<EnumDefinition>().SelectMany(Enumeration),
            .. declared.OfType<InputDefinition>().SelectMany(Input),
            .. declared.OfType<InputDefinition>().Where(type => HoldsItself(type, type, [])).Select(type =>
                $"Input object {type.Name} holds itself through fields that are all non-null, so that no value of it could end (section 3.10)."),
        ];
    }

    private static IEnumerable<string> NameErrors(string what, string name) =>
        !Names.IsName(name) ? [$"{what} is no name (section 2.1.9)."]
        : name.StartsWith("__", StringComparison.Ordinal) ? [$"{what} begins with two underscores, which introspection reserves (section 4.3)."]
        : [];

    /// <summary>A handle of another schema would smuggle in a type that this one does not know.</summary>
    private static IEnumerable<string> Undeclared(List<NamedType> declared)
    {
        var used = declared.OfType<CompositeDefinition>()
            .SelectMany(type => type.Fields.Values.SelectMany(field => field.Arguments.Select(argument => argument.Type).Append(field.Type))
                .Select(used => (By: type.Name, used.Named)))
            .Concat(declared.OfType<InputDefinition>().SelectMany(type => type.Fields.Values.Select(field => (By: type.Name, field.Type.Named))))
            .Concat(declared.OfType<CompositeDefinition>().SelectMany(type => type.Interfaces.Select(implemented => (By: type.Name, Named: (NamedType)implemented))));
        return used.Where(use => !declared.Contains(use.Named)).Distinct().Select(use => $"{use.By} uses {use.Named.Name}, which this schema does not declare.");
    }

    /// <summary>Sections 3.6 and 3.7.</summary>
    private static IEnumerable<string> Composite(CompositeDefinition type) =>
    [
        .. type.Fields.Count == 0 ? [$"Type {type.Name} has no fields."] : Array.Empty<string>(),
        .. type.Repeated.Select(field => $"Field {type.Name}.{field} is declared more than once."),
        .. type.Fields.Values.SelectMany(field => Field($"{type.Name}.{field.Name}", field)),
        .. type.Interfaces.CountBy(implemented => implemented.Name).Where(count => count.Value > 1)
            .Select(count => $"Type {type.Name} implements {count.Key} more than once."),
    ];

    private static IEnumerable<string> Field(string name, FieldDefinition field) =>
    [
        .. NameErrors($"Field {name}", field.Name),
        .. field.Type.IsOutput ? Array.Empty<string>() : [$"Field {name} is of {field.Type}, which is an input and no output."],
        .. field.Arguments.CountBy(argument => argument.Name).Where(count => count.Value > 1)
            .Select(count => $"Argument {name}({count.Key}:) is declared more than once."),
        .. field.Arguments.SelectMany(argument => InputValue($"Argument {name}({argument.Name}:)", argument)),
        .. field.SizeArgument is { } size && field.Argument(size) is null ? [$"The size of {name} is said by its argument {size}, which it does not take."] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> InputValue(string what, InputValueDefinition input) =>
    [
        .. NameErrors(what, input.Name),
        .. input.Type.IsInput ? Array.Empty<string>() : [$"{what} is of {input.Type}, which is an output and no input."],
        .. input.IsRequired && input.DeprecationReason is not null ? [$"{what} is required, and so cannot be deprecated (section 3.13.3)."] : Array.Empty<string>(),
    ];

    /// <summary>IsValidImplementation() of section 3.6.</summary>
    private static IEnumerable<string> Implementation(CompositeDefinition type, InterfaceDefinition implemented)
    {
        if (type == implemented)
        {
            return [$"Type {type.Name} implements itself."];
        }

        return
        [
            .. type is ObjectDefinition && !implemented.Represents.IsAssignableFrom(type.Represents)
                ? [$"Type {type.Name} implements {implemented.Name}, but a {type.Represents.Name} is no {implemented.Represents.Name}."]
                : Array.Empty<string>(),
            .. implemented.Interfaces.Where(ancestor => !type.Interfaces.Contains(ancestor))
                .Select(ancestor => $"Type {type.Name} implements {implemented.Name}, and so must implement {ancestor.Name}."),
            .. implemented.Fields.Values.SelectMany(field => type.Fields.TryGetValue(field.Name, out var own)
                ? FieldImplementation($"{type.Name}.{field.Name}", own, $"{implemented.Name}.{field.Name}", field)
                : [$"Type {type.Name} implements {implemented.Name}, but has no field {field.Name}."]),
        ];
    }

    private static IEnumerable<string> FieldImplementation(string name, FieldDefinition field, string implementedName, FieldDefinition implemented) =>
    [
        .. GraphQLSchema.IsSubtype(field.Type, implemented.Type)
            ? Array.Empty<string>()
            : [$"Field {name} is of {field.Type}, which is no {implemented.Type} as {implementedName} is."],
        .. implemented.Arguments.Where(argument => field.Argument(argument.Name)?.Type.IsSameAs(argument.Type) != true)
            .Select(argument => $"Field {name} does not take {argument.Name}: {argument.Type} as {implementedName} does."),
        .. field.Arguments.Where(argument => argument.IsRequired && implemented.Argument(argument.Name) is null)
            .Select(argument => $"Field {name} requires {argument.Name}, which {implementedName} does not take."),
    ];

    /// <summary>A value is told by its CLR type, so that must tell one object type from another.</summary>
    private static IEnumerable<string> Ambiguous(GraphQLSchema schema, InterfaceDefinition type) =>
        schema.PossibleTypesOf(type).CountBy(candidate => candidate.Represents).Where(count => count.Value > 1)
            .Select(count => $"{count.Value} types that implement {type.Name} are a {count.Key.Name}, so that nothing tells them apart.");

    private static IEnumerable<string> Enumeration(EnumDefinition type) =>
    [
        .. type.Values.Count == 0 ? [$"Enum {type.Name} has no values."] : Array.Empty<string>(),
        .. type.Values.SelectMany(value => NameErrors($"Value {type.Name}.{value.Name}", value.Name)),
        .. type.Values.CountBy(value => value.Name).Where(count => count.Value > 1).Select(count => $"Enum {type.Name} has {count.Value} values {count.Key}."),
    ];

    private static IEnumerable<string> Input(InputDefinition type) =>
    [
        .. type.Fields.Count == 0 ? [$"Input object {type.Name} has no fields."] : Array.Empty<string>(),
        .. type.Repeated.Select(field => $"Field {type.Name}.{field} is declared more than once."),
        .. type.Fields.Values.SelectMany(field => InputValue($"Field {type.Name}.{field.Name}", field)),
    ];

    private static bool HoldsItself(InputDefinition type, InputDefinition inside, HashSet<InputDefinition> passed) => passed.Add(inside)
        && inside.Fields.Values.Any(field => field.Type is NonNull { Of: InputDefinition held } && (held == type || HoldsItself(type, held, passed)));
}
