namespace SystemDesign.Kernel.Errors;

/// <summary>The input breaks a rule that only the handler could check. 400.</summary>
public sealed class InvalidException(string code, string detail, string? field = null) : ExpectedException(code, detail, field);
