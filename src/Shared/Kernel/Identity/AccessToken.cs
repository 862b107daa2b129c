namespace SystemDesign.Kernel.Identity;

/// <param name="Value">Opaque to the client.</param>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record AccessToken(string Value, int ExpiresIn);
