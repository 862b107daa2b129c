using FluentValidation;
using MediatR;
using SystemDesign.Contracts.Users;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Users.Domain.Accounts;

/// <summary>Ends an account, with all of its sessions; the other modules hear of it and erase what is that user's.</summary>
/// <param name="Password" example="correct horse battery">The account's: a token alone may be a thief's.</param>
/// <remarks>Answers whether the password was right; not an exception, since the failure is counted and saved.</remarks>
internal sealed record DeleteMyAccount(string Password) : ICommand<bool>
{
    internal sealed class Validator : AbstractValidator<DeleteMyAccount>
    {
        public Validator() => RuleFor(request => request.Password).NotEmpty().MaximumLength(AccountRules.MaximumPasswordLength);
    }

    internal sealed class Handler(IAccounts accounts, ISessions sessions, IOutbox outbox, ICurrentUser currentUser, TimeProvider clock)
        : IRequestHandler<DeleteMyAccount, bool>
    {
        public async Task<bool> Handle(DeleteMyAccount request, CancellationToken cancellationToken)
        {
            var account = await accounts.FindAsync(currentUser.Id, cancellationToken)
                ?? throw Account.Deleted();
            if (!await accounts.VerifyPasswordAsync(account, request.Password, cancellationToken))
            {
                accounts.CountWrongPassword(account.Id);
                return false;
            }

            accounts.Grant(account.Id);

            // The sessions first, while it is known which there are.
            sessions.EndAll(account.Id, except: null);
            accounts.Remove(account.Id);
            outbox.Add(new UserDeleted(account.Id, clock.Now()));
            return true;
        }
    }
}
