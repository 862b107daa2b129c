namespace SystemDesign.Kernel.Errors;

/// <summary>Somebody is at it just now; after <see cref="RetryAfter"/> the same request finds out what came of it. 423.</summary>
public sealed class LockedException(string code, string detail, TimeSpan retryAfter) : ExpectedException(code, detail)
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
