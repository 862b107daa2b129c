using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;

namespace SystemDesign.Tests.Architecture.Code;

/// <summary>
/// Everything that a type's IL touches: its head, its signatures, its attributes and every body, those included that
/// the compiler moved into nested types. Constants are the one thing that IL does not tell: they arrive as values.
/// </summary>
internal static class Uses
{
    public static IEnumerable<TypeUse> TypesIn(TypeDefinition type) => Generated.PartsOf(type)
        .SelectMany(part => HeadOf(part).Concat(MembersOf(part))
            .SelectMany(found => found.Types.Where(IsWritten).Select(used => new TypeUse(Place.Of(type, part, found.Member), used))))
        .DistinctBy(use => use.ToString());

    public static IEnumerable<MethodUse> MethodsIn(TypeDefinition type) =>
        from part in Generated.PartsOf(type)
        from method in part.Methods
        from instruction in InstructionsOf(method)
        let used = instruction.Operand as MethodReference
        where used is not null
        select new MethodUse(Place.Of(type, part, method.Name), used);

    private static IEnumerable<(string Member, IEnumerable<TypeReference> Types)> HeadOf(TypeDefinition part) =>
    [
        (string.Empty, Mentioned.ByType(part.BaseType)),
        (string.Empty, part.Interfaces.SelectMany(implemented => Mentioned.ByType(implemented.InterfaceType))),
        (string.Empty, part.GenericParameters.SelectMany(ConstraintsOf)),
        (string.Empty, AttributesOf(part)),
    ];

    private static IEnumerable<(string Member, IEnumerable<TypeReference> Types)> MembersOf(TypeDefinition part) =>
    [
        // The fields of what the compiler made are filled by bodies, which say where.
        .. part.Fields.Where(_ => !Generated.Is(part))
            .Select(field => (field.Name, Mentioned.ByType(field.FieldType).Concat(AttributesOf(field)))),
        .. part.Properties.Select(property => (property.Name, Mentioned.ByType(property.PropertyType).Concat(AttributesOf(property)))),
        .. part.Events.Select(@event => (@event.Name, Mentioned.ByType(@event.EventType).Concat(AttributesOf(@event)))),
        .. part.Methods.Select(method => (method.Name, SignatureOf(method).Concat(BodyOf(method)))),
    ];

    private static IEnumerable<TypeReference> SignatureOf(MethodDefinition method) =>
    [
        .. Mentioned.ByType(method.ReturnType),
        .. AttributesOf(method.MethodReturnType),
        .. method.Parameters.SelectMany(parameter => Mentioned.ByType(parameter.ParameterType).Concat(AttributesOf(parameter))),
        .. method.GenericParameters.SelectMany(ConstraintsOf),
        .. method.Overrides.SelectMany(Mentioned.ByOperand),
        .. AttributesOf(method),
    ];

    private static IEnumerable<TypeReference> BodyOf(MethodDefinition method) => !method.HasBody ? [] :
    [
        .. method.Body.Variables.SelectMany(variable => Mentioned.ByType(variable.VariableType)),
        .. method.Body.ExceptionHandlers.SelectMany(handler => Mentioned.ByType(handler.CatchType)),
        .. InstructionsOf(method).SelectMany(instruction => Mentioned.ByOperand(instruction.Operand)),
    ];

    private static Collection<Instruction> InstructionsOf(MethodDefinition method) => method.HasBody ? method.Body.Instructions : [];

    private static IEnumerable<TypeReference> ConstraintsOf(GenericParameter parameter) =>
    [
        .. parameter.Constraints.SelectMany(constraint => Mentioned.ByType(constraint.ConstraintType).Concat(AttributesOf(constraint))),
        .. AttributesOf(parameter),
    ];

    private static IEnumerable<TypeReference> AttributesOf(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(Mentioned.ByAttribute);

    /// <summary>What the compiler made is read as part of whoever needed it, or holds only what it is given.</summary>
    private static bool IsWritten(TypeReference type) => type is not TypeDefinition definition || !Generated.Is(definition);
}
