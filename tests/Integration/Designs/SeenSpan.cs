using SystemDesign.Platform.Design;

namespace SystemDesign.Tests.Integration.Designs;

/// <summary>A span that began, and what it began under.</summary>
/// <param name="Name">Its handler included, if it says one.</param>
/// <param name="Id">Unique.</param>
/// <param name="ParentId">Of a span that may not have been seen; null if there is none.</param>
internal sealed record SeenSpan(SpanName Name, string Id, string? ParentId);
