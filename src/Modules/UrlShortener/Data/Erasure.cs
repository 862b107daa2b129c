using SystemDesign.Platform.Erasing;

namespace SystemDesign.UrlShortener.Data;

/// <inheritdoc/>
internal sealed class Erasure : Departure
{
    public required Guid UserId { get; init; }
}
