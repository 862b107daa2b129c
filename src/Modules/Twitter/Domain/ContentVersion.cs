using System.Security.Cryptography;
using System.Text.Json;

namespace SystemDesign.Twitter.Domain;

/// <summary>The version of what has none of its own, since it is put together anew for each who reads it: its content.</summary>
internal static class ContentVersion
{
    public static string Of<T>(T content) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)).AsSpan(..16));
}
