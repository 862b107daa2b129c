using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Users.Domain.Accounts;

/// <summary>The account of whoever asks.</summary>
internal sealed record ReadMyAccount : IQuery<Account>
{
    internal sealed class Handler(ICurrentUser currentUser, IAccounts accounts) : IRequestHandler<ReadMyAccount, Account>
    {
        public async Task<Account> Handle(ReadMyAccount request, CancellationToken cancellationToken) =>
            await accounts.FindAsync(currentUser.Id, cancellationToken) ?? throw Account.Deleted();
    }
}
