namespace SystemDesign.Media.Domain.Tiers;

/// <summary>Money, in minor units.</summary>
/// <param name="Amount" example="1940">Cents; rounded down.</param>
/// <param name="Currency" example="USD">ISO 4217.</param>
internal sealed record Saving(long Amount, string Currency);
