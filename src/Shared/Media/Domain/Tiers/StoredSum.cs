namespace SystemDesign.Media.Domain.Tiers;

/// <summary>How much there is somewhere.</summary>
/// <param name="Objects" example="1200">How many.</param>
/// <param name="Bytes" example="734003200">Of all of them together.</param>
internal sealed record StoredSum(long Objects, long Bytes)
{
    public static readonly StoredSum None = new(0, 0);

    public static StoredSum operator +(StoredSum one, StoredSum other) => new(one.Objects + other.Objects, one.Bytes + other.Bytes);
}
