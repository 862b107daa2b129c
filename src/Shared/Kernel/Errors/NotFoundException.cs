namespace SystemDesign.Kernel.Errors;

/// <summary>There is no such thing, or none that this user may see. 404.</summary>
public sealed class NotFoundException(string code, string detail, string? field = null) : ExpectedException(code, detail, field);
