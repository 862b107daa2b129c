using System.Globalization;
using SystemDesign.Media.Domain.Objects;

namespace SystemDesign.Media.Domain.Delivery;

/// <summary>What must be known of an object to answer for it. Kept in caches, so that a read asks no database.</summary>
/// <inheritdoc cref="MediaObject"/>
internal sealed record DeliveredObject(
    string Name, long Bytes, string ContentType, DateTimeOffset StoredAt, DateTimeOffset LastReadAt, MediaTier Tier, bool IsPublic)
{
    /// <summary>In whole seconds, as HTTP tells it.</summary>
    internal DateTimeOffset ModifiedAt { get; } = DateTimeOffset.FromUnixTimeSeconds(StoredAt.ToUnixTimeSeconds());

    /// <summary>The same as text (RFC 9110, section 5.6.7), made once.</summary>
    internal string LastModified { get; } = StoredAt.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Strong: the hash of the bytes.</summary>
    internal string Tag { get; } = $"\"{HashOf(Name)}\"";

    /// <summary>A compressed representation is other bytes, so it has another tag (RFC 9110, section 8.8.3.3).</summary>
    internal string BrotliTag { get; } = $"\"{HashOf(Name)}-br\"";

    internal string GzipTag { get; } = $"\"{HashOf(Name)}-gzip\"";

    private static string HashOf(string name) => name[..name.LastIndexOf('.')];
}
