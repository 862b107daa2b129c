namespace SystemDesign.Platform.Design;

/// <summary>Step 2: what one operation does when it cannot reach what it needs (B2-2).</summary>
/// <param name="Operation" example="ShortenLink">The request record's name.</param>
/// <param name="Choice">What it keeps.</param>
/// <param name="Reason">Why, and what a client sees.</param>
public sealed record ConsistencyChoice(string Operation, Cap Choice, string Reason);
