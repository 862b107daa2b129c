namespace SystemDesign.Tests.Architecture.Probes.Walls;

public sealed class PublicClass;
