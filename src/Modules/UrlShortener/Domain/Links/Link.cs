namespace SystemDesign.UrlShortener.Domain.Links;

internal sealed class Link
{
    public required Guid Id { get; init; }

    /// <summary>See <see cref="LinkCode"/>; unique.</summary>
    public required string Code { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>See <see cref="TargetUrl"/>.</summary>
    public required string Url { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
