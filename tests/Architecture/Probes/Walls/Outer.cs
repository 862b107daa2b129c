namespace SystemDesign.Tests.Architecture.Probes.Walls;

internal abstract record Outer
{
    public sealed class Inner;

    protected sealed class Shared;

    internal sealed class Fine;

    private sealed class FineToo;
}
