namespace SystemDesign.GraphQL.Execution;

/// <summary>An object of the response, its values in the order in which they were asked for (section 7.2.2).</summary>
internal sealed record CompletedObject(IReadOnlyList<SelectedField> Fields, object?[] Values);
