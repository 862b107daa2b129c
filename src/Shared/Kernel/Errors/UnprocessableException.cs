namespace SystemDesign.Kernel.Errors;

/// <summary>The request is well formed, and contradicts an earlier one that it claims to repeat. 422.</summary>
public sealed class UnprocessableException(string code, string detail, string? field = null) : ExpectedException(code, detail, field);
