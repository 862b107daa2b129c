namespace SystemDesign.Platform.Design;

/// <summary>Step 5: what may happen, seldom, and what the code does then.</summary>
/// <param name="Id" example="US-2">The item of the notes that it belongs to.</param>
/// <param name="Situation">What happens.</param>
/// <param name="Outcome">What the code does.</param>
/// <param name="Test">The integration test that shows it, as <c>Class.Method</c>; a test checks that there is one.</param>
public sealed record EdgeCase(string Id, string Situation, string Outcome, string Test);
