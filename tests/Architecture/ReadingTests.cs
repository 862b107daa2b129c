using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture;

/// <summary>A rule is worth what it sees. In each probe every member uses one type, and each in its own way.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void Every_head_of_a_type_is_read() => Sees(
        "Heads",
        "IWithInterface",
        "WithArgumentOfAttribute",
        "WithArrayInAttribute",
        "WithAttribute",
        "WithBaseType",
        "WithBaseType..ctor",
        "WithConstraint`1",
        "WithNamedArgumentOfAttribute");

    [Fact]
    public void Every_signature_is_read() => Sees(
        "Signatures",
        "Members..ctor",
        "Members.Attribute",
        "Members.AttributeOfEvent",
        "Members.AttributeOfField",
        "Members.AttributeOfParameter",
        "Members.AttributeOfProperty",
        "Members.AttributeOfResult",
        "Members.AttributeOfTypeParameter",
        "Members.Constraint",
        "Members.Event",
        "Members.Field",
        "Members.Parameter",
        "Members.Property",
        "Members.Reference",
        "Members.Result");

    [Fact]
    public void Every_body_is_read() => Sees(
        "Bodies",
        "Members..cctor",
        "Members.Array",
        "Members.AsyncIterator",
        "Members.AsyncLambdaInGenericMethod",
        "Members.AsyncLocalFunction",
        "Members.AsyncMethod",
        "Members.Call",
        "Members.Cast",
        "Members.Catch",
        "Members.CatchFilter",
        "Members.ExpressionTree",
        "Members.Field",
        "Members.GenericMethod",
        "Members.GenericType",
        "Members.Iterator",
        "Members.Lambda",
        "Members.LambdaInLambda",
        "Members.LambdaWithCapture",
        "Members.MethodGroup",
        "Members.New",
        "Members.Property",
        "Members.ResultOfCall",
        "Members.TypeOf");

    private static void Sees(string probe, params string[] places)
    {
        var unit = CodeUnit.OfProbe($"Reading.{probe}");
        var seen =
            from type in unit.Types
            from use in Uses.TypesIn(type)
            where use.Type.Name.StartsWith("Marker", StringComparison.Ordinal)
            select use.Where[(unit.Root.Length + 1)..];

        Assert.Equal(places.Order(StringComparer.Ordinal), seen.Distinct().Order(StringComparer.Ordinal));
    }
}
