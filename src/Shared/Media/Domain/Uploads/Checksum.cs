using System.Security.Cryptography;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>What a client says of the bytes that it sends.</summary>
/// <param name="Algorithm">One of <see cref="Algorithms"/>.</param>
/// <param name="Value">The digest.</param>
internal sealed record Checksum(string Algorithm, ReadOnlyMemory<byte> Value)
{
    /// <summary>As tus spells them; it requires sha1, which only guards against accidents here.</summary>
    public static readonly IReadOnlyDictionary<string, HashAlgorithmName> Algorithms = new Dictionary<string, HashAlgorithmName>(StringComparer.Ordinal)
    {
        ["sha1"] = HashAlgorithmName.SHA1,
        ["sha256"] = HashAlgorithmName.SHA256,
    };

    public static Checksum Sha256(byte[] value) => new("sha256", value);

    public IncrementalHash Begin() => IncrementalHash.CreateHash(Algorithms[Algorithm]);

    public bool Matches(ReadOnlySpan<byte> digest) => Value.Span.SequenceEqual(digest);
}
