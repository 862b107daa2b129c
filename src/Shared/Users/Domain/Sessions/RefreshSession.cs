using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Domain.Sessions;

/// <summary>Exchanges a refresh token for new tokens.</summary>
/// <param name="RefreshToken">The newest one of the session; one that was used before ends the session.</param>
/// <remarks>Answers nothing when the token is not good; not an exception, since the session's end is saved.</remarks>
internal sealed record RefreshSession(string RefreshToken) : ICommand<Tokens?>
{
    internal sealed class Validator : AbstractValidator<RefreshSession>
    {
        public Validator() => RuleFor(request => request.RefreshToken).NotEmpty().MaximumLength(100);
    }

    internal sealed class Handler(ISessions sessions, IAccounts accounts, TokenIssuer tokens, TimeProvider clock) : IRequestHandler<RefreshSession, Tokens?>
    {
        public async Task<Tokens?> Handle(RefreshSession request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            if (Sessions.RefreshToken.Parse(request.RefreshToken) is not { } token
                || await sessions.FindAsync(token.SessionId, cancellationToken) is not { } session
                || await accounts.FindAsync(session.UserId, cancellationToken) is not { } account
                || !session.IsLive(now))
            {
                return null;
            }

            if (session.Refresh(token, now) is { } next)
            {
                return tokens.Issue(account, next);
            }

            sessions.RefuseTokensOf(session);
            return null;
        }
    }
}
