using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Users.Domain.Accounts;

/// <summary>Another password. Whoever is signed in elsewhere, perhaps with the old one, is so no longer.</summary>
/// <param name="CurrentPassword" example="correct horse battery">The account's until now: a token alone may be a thief's.</param>
/// <param name="NewPassword" example="correct horse battery staple">8 to 128 characters, of any kind.</param>
/// <remarks>Answers whether the current password was right; not an exception, since the failure is counted and saved.</remarks>
internal sealed record ChangeMyPassword(string CurrentPassword, string NewPassword) : ICommand<bool>
{
    internal sealed class Validator : AbstractValidator<ChangeMyPassword>
    {
        public Validator()
        {
            RuleFor(request => request.CurrentPassword).NotEmpty().MaximumLength(AccountRules.MaximumPasswordLength);
            RuleFor(request => request.NewPassword).NewPassword();
        }
    }

    internal sealed class Handler(IAccounts accounts, ISessions sessions, ICurrentUser currentUser) : IRequestHandler<ChangeMyPassword, bool>
    {
        public async Task<bool> Handle(ChangeMyPassword request, CancellationToken cancellationToken)
        {
            var account = await accounts.FindAsync(currentUser.Id, cancellationToken) ?? throw Account.Deleted();
            if (!await accounts.VerifyPasswordAsync(account, request.CurrentPassword, cancellationToken))
            {
                accounts.CountWrongPassword(account.Id);
                return false;
            }

            accounts.Grant(account.Id);
            accounts.ChangePassword(account.Id, request.NewPassword);
            sessions.EndAll(account.Id, except: currentUser.User.SessionId);
            return true;
        }
    }
}
