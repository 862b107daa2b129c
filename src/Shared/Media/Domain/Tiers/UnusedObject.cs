using SystemDesign.Media.Domain.Objects;

namespace SystemDesign.Media.Domain.Tiers;

/// <summary>An object that nobody has read for a while.</summary>
/// <param name="Name">Its name below <c>/cdn</c>.</param>
/// <param name="Bytes">How many it has.</param>
/// <param name="ContentType" example="image/png">What it is.</param>
/// <param name="StoredAt">UTC.</param>
/// <param name="LastReadAt">UTC, to the hour; of an object that was never read, when it was stored.</param>
/// <param name="Tier" example="hot">Where it is.</param>
internal sealed record UnusedObject(string Name, long Bytes, string ContentType, DateTimeOffset StoredAt, DateTimeOffset LastReadAt, MediaTier Tier);
