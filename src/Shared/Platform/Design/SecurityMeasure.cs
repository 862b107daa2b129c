namespace SystemDesign.Platform.Design;

/// <summary>Step 8: what could be done to the case, and what is done against it.</summary>
/// <param name="Threat">What somebody could try.</param>
/// <param name="Measure">What becomes of it.</param>
/// <param name="Test">The integration test that shows it, as <c>Class.Method</c>; a test checks that there is one.</param>
public sealed record SecurityMeasure(string Threat, string Measure, string Test);
