namespace SystemDesign.UrlShortener.Data;

/// <summary>Where a link leads that was made before addresses lay in documents: see <see cref="MoveAddresses"/>.</summary>
internal sealed class UnmovedAddress
{
    public required Guid LinkId { get; init; }

    public required string Url { get; init; }
}
