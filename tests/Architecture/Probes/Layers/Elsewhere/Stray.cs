namespace SystemDesign.Tests.Architecture.Probes.Layers.Elsewhere;

internal sealed class Stray;
