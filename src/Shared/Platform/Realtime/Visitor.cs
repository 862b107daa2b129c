using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using SystemDesign.Platform.Security;

namespace SystemDesign.Platform.Realtime;

/// <summary>Whom an access token speaks for, and until when.</summary>
internal sealed record Visitor(Guid UserId, Guid SessionId, DateTimeOffset ExpiresAt)
{
    public static Visitor Of(ClaimsPrincipal user, AuthenticationProperties properties) =>
        new(Identifier(user, ClaimNames.UserId), Identifier(user, ClaimNames.SessionId), properties.ExpiresUtc!.Value);

    private static Guid Identifier(ClaimsPrincipal user, string claim) => Guid.Parse(user.FindFirstValue(claim)!, CultureInfo.InvariantCulture);
}
