using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Errors;

namespace SystemDesign.Platform.Idempotency;

/// <summary>What a client is told of its key; the statuses are the draft's (section 2.7).</summary>
internal static class KeyProblems
{
    public static InvalidException Invalid(string detail) => new(ProblemCodes.InvalidInput, detail, IdempotencyKey.Header);

    public static ConflictException InUse() => new(
        "idempotency-key-in-use", "A request with this key is still at work: send the same again in a moment.", IdempotencyKey.Header);

    public static UnprocessableException Reused() => new(
        "idempotency-key-reused",
        "You sent this key before with another request: repeat that one as it was, or take a new key.",
        IdempotencyKey.Header);
}
