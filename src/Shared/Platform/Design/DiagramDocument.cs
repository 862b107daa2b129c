namespace SystemDesign.Platform.Design;

/// <summary>Step 6.</summary>
/// <param name="Boxes">With what each does.</param>
/// <param name="Arrows">With what each carries, and the spans that prove it.</param>
/// <param name="Mermaid">The same as text that Mermaid draws.</param>
internal sealed record DiagramDocument(IReadOnlyList<Box> Boxes, IReadOnlyList<Arrow> Arrows, string Mermaid)
{
    public static DiagramDocument Of(Drawing drawing) => new(drawing.Boxes, drawing.Arrows, MermaidFlowchart.Of(drawing));
}
