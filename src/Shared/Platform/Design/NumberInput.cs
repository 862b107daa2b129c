namespace SystemDesign.Platform.Design;

/// <summary>What a number depends on, and what a client may put in its place.</summary>
/// <param name="Name" example="linksPerSecond">Camel case: the name of the query parameter.</param>
/// <param name="Meaning">What is counted or measured.</param>
/// <param name="Unit" example="links/s">Of the value.</param>
/// <param name="Default" example="1000">Where the client gives none.</param>
/// <param name="Minimum" example="0.001">Inclusive.</param>
/// <param name="Maximum" example="1000000">Inclusive; so small that nothing overflows.</param>
/// <param name="Whole">Whether only whole numbers make sense.</param>
public sealed record NumberInput(string Name, string Meaning, string Unit, decimal Default, decimal Minimum, decimal Maximum, bool Whole = false);
