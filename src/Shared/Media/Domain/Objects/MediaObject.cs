namespace SystemDesign.Media.Domain.Objects;

/// <summary>
/// Bytes that are kept once, however many people have uploaded them. Named after their content, so what a name
/// stands for never changes.
/// </summary>
internal sealed class MediaObject
{
    /// <summary>SHA-256 of the bytes as kept in 64 lower-case hexadecimal digits, a dot, and the type's ending; the key.</summary>
    public required string Name { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Found by looking into the bytes, never what the client said.</summary>
    public required string ContentType { get; init; }

    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>To within the granularity of the ledger; what is unused is found by it.</summary>
    public DateTimeOffset LastReadAt { get; set; }

    public MediaTier Tier { get; set; }

    /// <summary>When somebody last took it in hand to bring it to another tier; nothing: nobody has, since it is where it is.</summary>
    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>Of a picture, in pixels, before it is turned to its orientation; nothing, if it is none.</summary>
    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>How many files are these bytes, or are just becoming so: an upload counts before it puts them. At none they may go.</summary>
    public int Files { get; set; }

    /// <summary>Since when there are no files; nothing: there are.</summary>
    public DateTimeOffset? UnusedSince { get; set; }

    /// <summary>Whose turn it is to delete it; nothing: nobody deletes it. Whoever deletes it deletes the bytes and then the row, and no file can begin meanwhile.</summary>
    public Guid? Lease { get; set; }

    /// <summary>Then another may go on deleting it.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>How many of the files are open to all. At none a read needs a signature.</summary>
    public int PublicFiles { get; set; }
}
