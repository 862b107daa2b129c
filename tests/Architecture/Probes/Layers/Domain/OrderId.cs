namespace SystemDesign.Tests.Architecture.Probes.Layers.Domain;

internal readonly record struct OrderId(Guid Value);
