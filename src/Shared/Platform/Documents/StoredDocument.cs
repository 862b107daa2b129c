namespace SystemDesign.Platform.Documents;

/// <param name="Id">A UUIDv7.</param>
/// <param name="Body">JSON in UTF-8.</param>
internal readonly record struct StoredDocument(Guid Id, byte[] Body);
