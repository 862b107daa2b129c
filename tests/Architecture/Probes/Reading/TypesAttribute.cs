namespace SystemDesign.Tests.Architecture.Probes.Reading;

[AttributeUsage(AttributeTargets.All)]
internal sealed class TypesAttribute(params Type[] types) : Attribute
{
    public Type[] Types { get; } = types;

    public object? Named { get; set; }
}
