using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;

namespace SystemDesign.Platform.Security;

/// <summary>
/// What access tokens say, of those that were shown a moment ago: to decrypt and read one was seen to take a tenth of the processor when answers come from memory.
/// Only what is in the token is kept. Whether it has expired, and whether its session has ended, is asked with every request, as before.
/// </summary>
internal sealed class ReadTickets(IDataProtectionProvider protection) : ISecureDataFormat<AuthenticationTicket>, IDisposable
{
    /// <summary>Some kilobytes each.</summary>
    private const int Most = 10_000;

    /// <summary>By then a key that was revoked is seen to be.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly TicketDataFormat format = new(protection.CreateProtector("SystemDesign.AccessTokens"));
    private readonly MemoryCache tickets = new(new MemoryCacheOptions { SizeLimit = Most });

    public string Protect(AuthenticationTicket data) => format.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => format.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null || purpose is not null)
        {
            return format.Unprotect(protectedText, purpose);
        }

        if (tickets.TryGetValue(protectedText, out AuthenticationTicket? known))
        {
            return known;
        }

        // What cannot be read is not kept: whoever makes tokens up would fill the memory with them.
        return format.Unprotect(protectedText) is { } read
            ? tickets.Set(protectedText, read, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Lifetime, Size = 1 })
            : null;
    }

    public void Dispose() => tickets.Dispose();
}
