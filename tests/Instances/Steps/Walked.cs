namespace SystemDesign.Tests.Instances.Steps;

/// <summary>A dispatch that came to its end.</summary>
/// <param name="Steps">In their order.</param>
/// <param name="Failure">What ended it early; its process would log it and try again.</param>
internal sealed record Walked(IReadOnlyList<string> Steps, string? Failure);
