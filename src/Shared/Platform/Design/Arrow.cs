namespace SystemDesign.Platform.Design;

/// <summary>
/// An arrow of the diagram. It was travelled when each of its spans was seen in the box that it leads to, and the next box
/// up the trace was the one that it comes from.
/// </summary>
/// <param name="From" example="gateway">A box's id.</param>
/// <param name="To" example="redirects">Another box's id.</param>
/// <param name="Kind">Whether the sender waits.</param>
/// <param name="Carries" example="visit">What travels, in a few words.</param>
/// <param name="Spans">The telemetry that proves it; at least one.</param>
public sealed record Arrow(string From, string To, ArrowKind Kind, string Carries, IReadOnlyList<SpanName> Spans);
