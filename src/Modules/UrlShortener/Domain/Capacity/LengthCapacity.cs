namespace SystemDesign.UrlShortener.Domain.Capacity;

/// <summary>What codes of one length make.</summary>
/// <param name="Length" example="7">Letters.</param>
/// <param name="Codes" example="3521614606208">How many there are: 62 to the power of the length.</param>
/// <param name="Sufficient" example="true">Whether they are more than there will be links.</param>
/// <param name="YearsUntilFull" example="111.67">When all of them would be used; of 365 days.</param>
internal sealed record LengthCapacity(int Length, decimal Codes, bool Sufficient, decimal YearsUntilFull);
