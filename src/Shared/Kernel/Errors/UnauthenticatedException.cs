namespace SystemDesign.Kernel.Errors;

/// <summary>Who the client is could not be established. 401.</summary>
public sealed class UnauthenticatedException(string code, string detail, string? field = null) : ExpectedException(code, detail, field);
