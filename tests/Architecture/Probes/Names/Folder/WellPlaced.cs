namespace SystemDesign.Tests.Architecture.Probes.Names.Folder;

internal sealed class WellPlaced
{
    internal sealed class Nested;
}
