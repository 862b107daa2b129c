namespace SystemDesign.Platform.Design;

/// <summary>A choice with its pros and cons, as the notes list them.</summary>
/// <param name="Chosen">What the case does.</param>
/// <param name="Instead">What it could have done.</param>
/// <param name="Gains">What the choice is good for.</param>
/// <param name="Costs">What it is bad for.</param>
public sealed record TradeOff(string Chosen, string Instead, string Gains, string Costs);
