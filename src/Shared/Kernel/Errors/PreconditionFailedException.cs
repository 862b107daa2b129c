namespace SystemDesign.Kernel.Errors;

/// <summary>What the client required of the current state does not hold, so nothing was done. 412.</summary>
public sealed class PreconditionFailedException()
    : ExpectedException("precondition-failed", "This is not as it was when you read it: read it again, and decide then.");
