using SystemDesign.Kernel.Identity;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Domain.Sessions;

internal sealed class TokenIssuer(IAccessTokens accessTokens)
{
    public Tokens Issue(Account account, RefreshToken refreshToken)
    {
        var access = accessTokens.Issue(new(account.Id, account.UserName, account.DisplayName, account.Roles, refreshToken.SessionId));
        return new("Bearer", access.Value, access.ExpiresIn, refreshToken.ToString());
    }
}
