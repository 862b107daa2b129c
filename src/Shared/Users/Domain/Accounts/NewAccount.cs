namespace SystemDesign.Users.Domain.Accounts;

internal sealed record NewAccount(string UserName, string Email, string Password, string DisplayName, IReadOnlyList<string> Roles);
