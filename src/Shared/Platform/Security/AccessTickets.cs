using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace SystemDesign.Platform.Security;

/// <summary>Reads access tokens that do not come with a request, by the rules for those that do.</summary>
internal sealed class AccessTickets(IOptionsMonitor<BearerTokenOptions> options, EndedSessions ended, TimeProvider clock)
{
    /// <returns>Nothing if the token is not ours, has expired, or is of a session that has ended.</returns>
    public async ValueTask<AuthenticationTicket?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        var ticket = options.Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Unprotect(token);
        return ticket?.Properties.ExpiresUtc > clock.GetUtcNow() && !await ended.ContainsAsync(SessionOf(ticket), cancellationToken) ? ticket : null;
    }

    private static Guid SessionOf(AuthenticationTicket ticket) =>
        Guid.Parse(ticket.Principal.FindFirstValue(ClaimNames.SessionId)!, CultureInfo.InvariantCulture);
}
