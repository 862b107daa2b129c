namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>A word by which an owner finds a link again.</summary>
internal sealed class LinkTag
{
    public required Guid OwnerId { get; init; }

    /// <summary>See <see cref="LinkTags"/>.</summary>
    public required string Tag { get; init; }

    public required Guid LinkId { get; init; }
}
