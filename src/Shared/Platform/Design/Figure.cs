namespace SystemDesign.Platform.Design;

/// <summary>What a number comes to.</summary>
/// <param name="Name" example="letters">Camel case, unique in its number.</param>
/// <param name="Value" example="7">Exact where it counts things; it may be larger than 2^53.</param>
/// <param name="Unit" example="letters">Of the value.</param>
/// <param name="Meaning">What it says.</param>
public sealed record Figure(string Name, decimal Value, string Unit, string Meaning);
