using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace SystemDesign.Users.Domain.Sessions;

/// <summary>
/// What a client exchanges for new tokens: the session that it is for, and 256 random bits, of which the server keeps
/// only a hash. SHA-256 is enough here: nobody can guess 256 bits, however fast the hash.
/// </summary>
internal sealed record RefreshToken(Guid SessionId, ReadOnlyMemory<byte> Secret)
{
    private const int IdLength = 16;
    private const int SecretLength = 32;

    public static RefreshToken Create(Guid sessionId) => new(sessionId, RandomNumberGenerator.GetBytes(SecretLength));

    public static RefreshToken? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[IdLength + SecretLength];
        return text.Length == Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.DecodeFromChars(text, bytes, out _, out var length) is OperationStatus.Done && length == bytes.Length
                ? new(new Guid(bytes[..IdLength], bigEndian: true), bytes[IdLength..].ToArray())
                : null;
    }

    public byte[] Hash() => SHA256.HashData(Secret.Span);

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[IdLength + SecretLength];
        SessionId.TryWriteBytes(bytes, bigEndian: true, out _);
        Secret.Span.CopyTo(bytes[IdLength..]);
        return Base64Url.EncodeToString(bytes);
    }
}
