using Mono.Cecil;

namespace SystemDesign.Tests.Architecture.Code;

internal sealed record MethodUse(string Where, MethodReference Method)
{
    public string DeclaringType => Place.Of(Method.DeclaringType.GetElementType());

    public override string ToString() => $"{Where} calls {DeclaringType}.{Method.Name}";
}
