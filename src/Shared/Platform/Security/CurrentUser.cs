using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Identity;

namespace SystemDesign.Platform.Security;

internal sealed class CurrentUser(IHttpContextAccessor http) : ICurrentUser
{
    private SignedInUser? user;

    public SignedInUser User => user ??= Read(http.HttpContext?.User);

    public Guid Id => User.Id;

    public Guid? FindId() => http.HttpContext?.User.Identity is { IsAuthenticated: true } ? Id : null;

    private static SignedInUser Read(ClaimsPrincipal? principal)
    {
        if (principal?.Identity is not { IsAuthenticated: true })
        {
            throw new UnauthenticatedException("unauthenticated", "Sign in first: this needs an access token.");
        }

        return new(
            Identifier(principal, ClaimNames.UserId),
            Text(principal, ClaimNames.UserName),
            Text(principal, ClaimNames.DisplayName),
            [.. principal.FindAll(ClaimNames.Role).Select(role => role.Value)],
            Identifier(principal, ClaimNames.SessionId));
    }

    private static Guid Identifier(ClaimsPrincipal principal, string claim) =>
        Guid.Parse(Text(principal, claim), CultureInfo.InvariantCulture);

    private static string Text(ClaimsPrincipal principal, string claim) =>
        principal.FindFirstValue(claim) ?? throw new InvalidOperationException($"An access token of ours lacks the claim '{claim}'.");
}
