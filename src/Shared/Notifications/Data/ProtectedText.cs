using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Notifications.Domain.Preferences;

namespace SystemDesign.Notifications.Data;

/// <summary>By the keys that all instances share; what was written under an older one can be read still.</summary>
internal sealed class ProtectedText(IDataProtectionProvider protection) : IUnsubscribeTokens, ICodeSeals
{
    private readonly IDataProtector links = protection.CreateProtector("Notifications.Unsubscribe");
    private readonly IDataProtector codes = protection.CreateProtector("Notifications.Codes");

    public string Write(Guid userId, string topic) => links.Protect($"{userId:N}{topic}");

    public (Guid UserId, string Topic)? Read(string token) =>
        Open(links, token) is { Length: > 32 } text && Guid.TryParseExact(text[..32], "N", out var userId) ? (userId, text[32..]) : null;

    public string Seal(string code) => codes.Protect(code);

    public string? Open(string seal) => Open(codes, seal);

    private static string? Open(IDataProtector protector, string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
