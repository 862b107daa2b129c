using FluentValidation;
using MediatR;
using SystemDesign.Contracts.Users;
using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Users.Domain.Accounts;

/// <summary>What is to change about my account: a JSON merge patch.</summary>
/// <param name="DisplayName" example="Ada King">1 to 50 characters; what others see. An access token carries the old one until it is refreshed.</param>
internal sealed record EditMyAccount(Optional<string> DisplayName) : ICommand<Account>
{
    /// <summary>From the headers.</summary>
    internal Precondition Precondition { get; init; } = Precondition.None;

    internal sealed class Validator : AbstractValidator<EditMyAccount>
    {
        public Validator() => this.RuleForGiven(request => request.DisplayName, name => name.DisplayName());
    }

    internal sealed class Handler(ICurrentUser currentUser, IAccounts accounts, IOutbox outbox) : IRequestHandler<EditMyAccount, Account>
    {
        public async Task<Account> Handle(EditMyAccount request, CancellationToken cancellationToken)
        {
            var account = await accounts.FindAsync(currentUser.Id, cancellationToken) ?? throw Account.Deleted();
            request.Precondition.Require(account);

            var displayName = request.DisplayName.Or(account.DisplayName).Trim();
            if (displayName == account.DisplayName)
            {
                return account;
            }

            outbox.Add(new UserRenamed(account.Id, account.UserName, displayName));
            return await accounts.RenameAsync(account, displayName, cancellationToken);
        }
    }
}
