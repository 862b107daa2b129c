namespace SystemDesign.Tests.Architecture.Probes.Walls;

internal record OpenRecord;
