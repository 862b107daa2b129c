using SystemDesign.Kernel.Errors;

namespace SystemDesign.Platform.Idempotency;

/// <summary>What a user was answered under a key: committed with the effect that it tells of, so neither is there without the other.</summary>
internal sealed class KeptAnswer
{
    /// <summary>So that nobody meets, let alone reads, the keys of others.</summary>
    public required Guid UserId { get; init; }

    /// <summary>See <see cref="IdempotencyKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The command's name.</summary>
    public required string Operation { get; init; }

    /// <summary>See <see cref="KeptJson.HashOf"/>; 32 bytes.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>The command's response as JSON.</summary>
    public required string Answer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <exception cref="UnprocessableException">It is the answer to something else.</exception>
    public void RequireSame(string operation, byte[] requestHash)
    {
        if (Operation != operation || !requestHash.AsSpan().SequenceEqual(RequestHash))
        {
            throw KeyProblems.Reused();
        }
    }
}
