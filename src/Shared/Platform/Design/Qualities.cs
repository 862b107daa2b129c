namespace SystemDesign.Platform.Design;

/// <summary>Step 2.</summary>
/// <param name="Requirements">How well it does what it does.</param>
/// <param name="Consistency">What each operation gives up when the network parts.</param>
internal sealed record Qualities(IReadOnlyList<NonFunctionalRequirement> Requirements, IReadOnlyList<ConsistencyChoice> Consistency);
