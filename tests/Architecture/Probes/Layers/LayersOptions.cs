namespace SystemDesign.Tests.Architecture.Probes.Layers;

internal sealed class LayersOptions;
