namespace SystemDesign.Kernel.Errors;

/// <summary>What was sent, or was announced, has more bytes than is taken. 413.</summary>
public sealed class TooLargeException(string code, string detail, string? field = null) : ExpectedException(code, detail, field);
