namespace SystemDesign.Kernel.Messages;

/// <summary>
/// A command of a signed-in user that can be sent again under the same <c>Idempotency-Key</c>: its first answer is kept
/// with its effect, and given again. Command and response are kept as JSON, so both must be plain values.
/// </summary>
public interface IIdempotent;
