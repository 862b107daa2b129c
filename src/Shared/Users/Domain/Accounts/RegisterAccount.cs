using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Users.Domain.Accounts;

/// <summary>A new account.</summary>
/// <param name="UserName" example="ada_lovelace">
/// 3 to 30 letters (a to z), digits or underscores. Unique among what looks like it: neither case nor underscores count, <c>0</c> is
/// <c>o</c>, <c>1</c>, <c>i</c> and <c>l</c> are one, <c>m</c> is <c>rn</c>, <c>w</c> is <c>vv</c>.
/// </param>
/// <param name="Email" example="ada@example.org">At most 254 characters, without spaces. Unique, whatever its case.</param>
/// <param name="Password" example="correct horse battery">8 to 128 characters, of any kind.</param>
/// <param name="DisplayName" example="Ada Lovelace">1 to 50 characters; what others see.</param>
internal sealed record RegisterAccount(string UserName, string Email, string Password, string DisplayName) : ICommand<Account>
{
    internal sealed class Validator : AbstractValidator<RegisterAccount>
    {
        public Validator()
        {
            RuleFor(request => request.UserName).UserName();
            RuleFor(request => request.Email).Email();
            RuleFor(request => request.Password).NewPassword();
            RuleFor(request => request.DisplayName).DisplayName();
        }
    }

    internal sealed class Handler(IAccounts accounts) : IRequestHandler<RegisterAccount, Account>
    {
        public Task<Account> Handle(RegisterAccount request, CancellationToken cancellationToken) => accounts.AddAsync(
            new(request.UserName, request.Email, request.Password, request.DisplayName.Trim(), [Roles.User]),
            cancellationToken);
    }
}
