namespace SystemDesign.Platform.Documents;

/// <summary>A defect of whoever put it: documents never change, and an edit has an id of its own.</summary>
internal sealed class AnotherDocumentException(Guid id) : InvalidOperationException($"Another document has the id {id} already.");
