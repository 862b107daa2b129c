namespace SystemDesign.Tests.Integration.Documents.Probe;

/// <summary>A document of the tests' own.</summary>
internal sealed record Sheet(string Title, int Number);
