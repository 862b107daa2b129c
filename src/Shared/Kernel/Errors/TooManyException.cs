namespace SystemDesign.Kernel.Errors;

/// <summary>A limit in time was reached; after <see cref="RetryAfter"/> the same request may succeed. 429.</summary>
public sealed class TooManyException(string code, string detail, TimeSpan retryAfter) : ExpectedException(code, detail)
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
