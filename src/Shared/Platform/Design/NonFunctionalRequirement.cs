namespace SystemDesign.Platform.Design;

/// <summary>Step 2: how well the case does what it does.</summary>
/// <param name="Quality" example="Durability">The field's word for it.</param>
/// <param name="Statement">What is promised, with figures and units.</param>
/// <param name="How">What keeps the promise.</param>
public sealed record NonFunctionalRequirement(string Quality, string Statement, string How);
