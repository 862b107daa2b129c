using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SystemDesign.Platform.Idempotency;

/// <summary>Commands and responses as they are compared and kept: not as any protocol writes them.</summary>
internal static class KeptJson
{
    /// <summary>Without what is null, so that an optional member which a new build adds makes no other request of an old one.</summary>
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write<TResponse>(TResponse response) => JsonSerializer.Serialize(response, Options);

    public static TResponse Read<TResponse>(string answer) => JsonSerializer.Deserialize<TResponse>(answer, Options)!;

    /// <summary>
    /// SHA-256 over what was understood, not over the bytes that were sent: whitespace, the order of members and escapes say
    /// nothing, and what stood in the path counts as well.
    /// </summary>
    public static byte[] HashOf<TCommand>(TCommand command) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, Options));
}
