using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using SystemDesign.Platform.Security;

namespace SystemDesign.Tests.Integration.Users;

/// <summary>What access tokens say, of those that were shown a moment ago.</summary>
public sealed class ReadTicketsTests
{
    private readonly CountedProtection protection = new();

    [Fact]
    public void A_token_that_is_shown_again_is_not_decrypted_again()
    {
        using var tickets = new ReadTickets(protection);
        var token = tickets.Protect(TicketOf("ada"));
        var other = tickets.Protect(TicketOf("grace"));

        List<string?> names = [.. new[] { token, other, token, other, token }.Select(shown => tickets.Unprotect(shown)?.Principal.Identity?.Name)];

        Assert.Equal(["ada", "grace", "ada", "grace", "ada"], names);
        Assert.Equal(2, protection.Decrypted);
    }

    [Fact]
    public void What_cannot_be_read_takes_no_room()
    {
        using var tickets = new ReadTickets(protection);
        using var foreign = new ReadTickets(new EphemeralDataProtectionProvider());
        var made = foreign.Protect(TicketOf("mallory"));

        Assert.Null(tickets.Unprotect(made));
        Assert.Null(tickets.Unprotect(made));
        Assert.Null(tickets.Unprotect(null));
        Assert.Equal(2, protection.Decrypted);
    }

    private static AuthenticationTicket TicketOf(string name) =>
        new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, name)], "test")), "test");

    private sealed class CountedProtection : IDataProtectionProvider, IDataProtector
    {
        private readonly IDataProtector inner = new EphemeralDataProtectionProvider().CreateProtector("test");

        public int Decrypted { get; private set; }

        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => inner.Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData)
        {
            Decrypted++;
            return inner.Unprotect(protectedData);
        }
    }
}
