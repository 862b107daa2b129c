namespace SystemDesign.Tests.Architecture.Probes.Names;

internal interface IMisplaced;

internal enum MisplacedKind
{
    None,
}

internal sealed class Misplaced
{
    public static int Answer() => 42;
}
