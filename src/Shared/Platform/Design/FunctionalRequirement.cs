namespace SystemDesign.Platform.Design;

/// <summary>Step 1: something that the case does for its users, with its input and its output.</summary>
/// <param name="Id" example="US-3">The item of the notes that asks for it.</param>
/// <param name="Statement">Who can do what.</param>
/// <param name="Input">What they give.</param>
/// <param name="Output">What they get.</param>
public sealed record FunctionalRequirement(string Id, string Statement, string Input, string Output);
