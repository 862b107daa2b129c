using SystemDesign.Platform.Design;

namespace SystemDesign.Tests.Integration.Designs;

/// <summary>Holds a drawing against the spans of a walk through the case.</summary>
internal sealed class DrawingCheck
{
    private readonly Drawing drawing;
    private readonly Dictionary<string, SeenSpan> spans;
    private readonly ILookup<SpanName, string> boxes;
    private readonly HashSet<string> outside;
    private readonly HashSet<Step> steps;

    public DrawingCheck(Drawing drawing, IReadOnlyCollection<SeenSpan> seen)
    {
        this.drawing = drawing;
        spans = seen.ToDictionary(span => span.Id);
        outside = [.. drawing.Boxes.Where(box => box.Kind is BoxKind.Client or BoxKind.External).Select(box => box.Id)];
        boxes = Placed(drawing).Distinct().ToLookup(place => place.Span, place => place.Box);
        steps = [.. seen.Select(StepTo).OfType<Step>()];
    }

    /// <summary>What the drawing says and the walk did not do.</summary>
    public IReadOnlyList<string> NeverTravelled =>
    [
        .. from arrow in drawing.Arrows
           from span in arrow.Spans
           where !steps.Any(step => Travels(step, arrow, span))
           select $"{arrow.From} -> {arrow.To} ({span}) was never travelled",
        .. from box in drawing.Boxes
           from span in box.Begins
           where !steps.Contains(new(null, box.Id, span))
           select $"{box.Id} ({span}) never began",
    ];

    /// <summary>What the walk did and the drawing does not say.</summary>
    public IReadOnlyList<string> NotDrawn =>
    [
        .. spans.Values.Select(span => span.Name).Where(name => !boxes.Contains(name)).Distinct().Select(name => $"{name} has no place"),
        .. from step in steps
           where !drawing.Arrows.Any(arrow => arrow.Spans.Any(span => Travels(step, arrow, span))) && !BeginsThere(step)
           select $"{step.From ?? "nowhere"} -> {step.To} ({step.Span}) is not drawn",
    ];

    /// <summary>A span that is drawn in two boxes proves neither.</summary>
    public IReadOnlyList<string> Ambiguous =>
        [.. boxes.Where(place => place.Count() > 1).Select(place => $"{place.Key} is drawn in {string.Join(" and ", place)}")];

    private static IEnumerable<(SpanName Span, string Box)> Placed(Drawing drawing) =>
    [
        .. drawing.Arrows.SelectMany(arrow => arrow.Spans.Select(span => (span, arrow.To))),
        .. drawing.Boxes.SelectMany(box => box.Begins.Select(span => (span, box.Id))),
    ];

    /// <summary>From the next box up the trace. None if that is the same box, whose inside is its own affair.</summary>
    private Step? StepTo(SeenSpan span)
    {
        if (BoxOf(span) is not { } to)
        {
            return null;
        }

        var from = AncestorsOf(span).Select(BoxOf).FirstOrDefault(box => box is not null);
        return from == to ? null : new(from, to, span.Name);
    }

    private string? BoxOf(SeenSpan span) => boxes[span.Name].FirstOrDefault();

    private IEnumerable<SeenSpan> AncestorsOf(SeenSpan span)
    {
        while (span.ParentId is { } id && spans.TryGetValue(id, out var parent))
        {
            yield return span = parent;
        }
    }

    /// <summary>What begins a trace came from outside, if an arrow from there leads to it.</summary>
    private bool Travels(Step step, Arrow arrow, SpanName span) =>
        (step.To, step.Span) == (arrow.To, span) && (step.From is { } from ? from == arrow.From : outside.Contains(arrow.From));

    private bool BeginsThere(Step step) =>
        step.From is null && drawing.Boxes.Any(box => box.Id == step.To && box.Begins.Contains(step.Span));

    /// <param name="From">A box; null where the trace begins.</param>
    /// <param name="To">Another box.</param>
    /// <param name="Span">What was seen there.</param>
    private sealed record Step(string? From, string To, SpanName Span);
}
