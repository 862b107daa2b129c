namespace SystemDesign.Media.Data;

/// <summary>What signed addresses are signed with, the same on every instance.</summary>
internal sealed record SigningKey
{
    /// <summary>UUIDv7, so the last one is the newest.</summary>
    public required Guid Id { get; init; }

    /// <summary>Readable with the keys that the instances share, and for nothing else.</summary>
    public required byte[] SealedKey { get; init; }
}
