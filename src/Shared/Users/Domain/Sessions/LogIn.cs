using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Domain.Sessions;

/// <summary>Who signs in.</summary>
/// <param name="UserName" example="ada_lovelace">As registered, in any case.</param>
/// <param name="Password" example="correct horse battery">As registered.</param>
/// <remarks>Answers nothing when they do not belong together; not an exception, since the failure is counted and saved.</remarks>
internal sealed record LogIn(string UserName, string Password) : ICommand<Tokens?>
{
    /// <summary>From the headers.</summary>
    internal string? UserAgent { get; init; }

    internal sealed class Validator : AbstractValidator<LogIn>
    {
        public Validator()
        {
            RuleFor(request => request.UserName).NotEmpty().MaximumLength(AccountRules.MaximumUserNameLength);
            RuleFor(request => request.Password).NotEmpty().MaximumLength(AccountRules.MaximumPasswordLength);
        }
    }

    internal sealed class Handler(IAccounts accounts, ISessions sessions, TokenIssuer tokens, TimeProvider clock) : IRequestHandler<LogIn, Tokens?>
    {
        public async Task<Tokens?> Handle(LogIn request, CancellationToken cancellationToken)
        {
            var account = await accounts.FindByUserNameAsync(request.UserName, cancellationToken);
            var verified = await accounts.VerifyPasswordAsync(account, request.Password, cancellationToken);
            if (account is null)
            {
                return null;
            }

            if (!verified)
            {
                accounts.CountWrongPassword(account.Id);
                return null;
            }

            accounts.Grant(account.Id);
            var (session, token) = Session.Start(account.Id, clock.Now(), request.UserAgent);
            sessions.Add(session);
            return tokens.Issue(account, token);
        }
    }
}
