using Mono.Cecil;

namespace SystemDesign.Tests.Architecture.Code;

internal sealed record TypeUse(string Where, TypeReference Type)
{
    public override string ToString() => $"{Where} uses {Place.Of(Type)}";
}
