using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.UrlShortener;

/// <summary>Links were followed. Visits come by the ten thousand per second, so one event speaks for all of a moment.</summary>
/// <param name="BatchId">Unique; UUIDv7. Those visits are in no other event.</param>
/// <param name="VisitedAt">When the moment ended; UTC.</param>
/// <param name="Links">Each link that was followed, once. At most 65,536.</param>
[EventName("url-shortener.link-visited.v2")]
public sealed record LinkVisited(Guid BatchId, DateTimeOffset VisitedAt, IReadOnlyList<VisitedLink> Links) : IEvent;
