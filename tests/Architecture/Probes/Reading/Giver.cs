namespace SystemDesign.Tests.Architecture.Probes.Reading;

internal static class Giver
{
    public static Marker Give() => new();
}
