namespace SystemDesign.Kernel.Errors;

/// <summary>It was there, and will not be again. 410.</summary>
public sealed class GoneException(string code, string detail) : ExpectedException(code, detail);
