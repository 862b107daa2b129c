using SystemDesign.Kernel.Errors;
using SystemDesign.Media.Domain.Uploads;

namespace SystemDesign.Media.Presentation;

/// <summary><c>Content-Digest</c> and <c>Repr-Digest</c> (RFC 9530): a dictionary of algorithms and digests between colons, in base64.</summary>
internal static class ContentDigests
{
    public const string ContentDigest = "Content-Digest";
    public const string ReprDigest = "Repr-Digest";

    private const string Algorithm = "sha-256";
    private const int Sha256Bytes = 32;

    /// <summary>Other algorithms are passed over, as the RFC has it.</summary>
    /// <exception cref="InvalidException">There is a <c>sha-256</c>, and it is none.</exception>
    public static Checksum? Sha256(string? value, string header)
    {
        var member = value?.Split(',').Select(part => part.Trim().Split('=', 2)).LastOrDefault(part => part[0] == Algorithm);
        if (member is null)
        {
            return null;
        }

        var digest = new byte[Sha256Bytes];
        return member is [_, [':', .. var base64, ':']] && Convert.TryFromBase64String(base64, digest, out var length) && length == Sha256Bytes
            ? Checksum.Sha256(digest)
            : throw new InvalidException("invalid-input", "A sha-256 is 32 bytes in base64, between colons.", header);
    }
}
