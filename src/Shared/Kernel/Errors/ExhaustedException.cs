namespace SystemDesign.Kernel.Errors;

/// <summary>What the request needs has run out, and will not come back by trying again. 507.</summary>
public sealed class ExhaustedException(string code, string detail) : ExpectedException(code, detail);
