namespace SystemDesign.Tests.Architecture.Probes.Walls;

internal class OpenClass;

file class OpenInOneFile;
