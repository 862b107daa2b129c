namespace SystemDesign.Kernel.Errors;

/// <summary>
/// A failure that the design foresees and the client is told about. One handler in Platform turns it into
/// problem details (RFC 9457), whatever the protocol.
/// </summary>
/// <param name="code">Stable and machine-readable: <c>module.what-is-wrong</c>.</param>
/// <param name="detail">One sentence for a person.</param>
/// <param name="field">The input field that is at fault, in the client's spelling, if there is one.</param>
public abstract class ExpectedException(string code, string detail, string? field = null) : Exception(detail)
{
    public string Code { get; } = code;

    public string? Field { get; } = field;
}
