using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.UrlShortener;

/// <summary>A link was followed. Visits come by the ten thousand per second, so one event speaks for a group of them.</summary>
/// <param name="Code">What follows <c>/s/</c>.</param>
/// <param name="Count">How often, since the last such event.</param>
[EventName("url-shortener.link-visited.v1")]
public sealed record LinkVisited(string Code, int Count) : IEvent;
