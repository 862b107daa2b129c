namespace SystemDesign.Kernel.Errors;

/// <summary>The request contradicts what is already there. 409.</summary>
public sealed class ConflictException(string code, string detail, string? field = null) : ExpectedException(code, detail, field);
