using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;
using SystemDesign.Kernel.Identity;

namespace SystemDesign.Platform.Security;

/// <summary>Issues what the framework's bearer handler accepts: a ticket that only our keys can read or make.</summary>
internal sealed class AccessTokens(IOptionsMonitor<BearerTokenOptions> options, TimeProvider clock) : IAccessTokens
{
    private const string Scheme = BearerTokenDefaults.AuthenticationScheme;

    public TimeSpan Lifetime => options.Get(Scheme).BearerTokenExpiration;

    public AccessToken Issue(SignedInUser user)
    {
        var bearer = options.Get(Scheme);
        var properties = new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + bearer.BearerTokenExpiration };
        var ticket = new AuthenticationTicket(PrincipalOf(user), properties, Scheme);
        return new(bearer.BearerTokenProtector.Protect(ticket), (int)bearer.BearerTokenExpiration.TotalSeconds);
    }

    private static ClaimsPrincipal PrincipalOf(SignedInUser user) => new(new ClaimsIdentity(
        [
            new(ClaimNames.UserId, user.Id.ToString("D", CultureInfo.InvariantCulture)),
            new(ClaimNames.UserName, user.UserName),
            new(ClaimNames.DisplayName, user.DisplayName),
            new(ClaimNames.SessionId, user.SessionId.ToString("D", CultureInfo.InvariantCulture)),
            .. user.Roles.Select(role => new Claim(ClaimNames.Role, role)),
        ],
        Scheme,
        ClaimNames.UserName,
        ClaimNames.Role));
}
