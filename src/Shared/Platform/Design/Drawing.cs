namespace SystemDesign.Platform.Design;

/// <summary>
/// Step 6: the diagram of the services (B2-6). It draws what the code does and nothing else: a test runs the case, listens
/// to its telemetry, and fails on an arrow that was not travelled and on a span that has no place here.
/// </summary>
/// <param name="Boxes">The notes' "services", and what they stand on.</param>
/// <param name="Arrows">What goes from box to box.</param>
public sealed record Drawing(IReadOnlyList<Box> Boxes, IReadOnlyList<Arrow> Arrows);
