using System.ComponentModel.DataAnnotations;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users;

/// <summary>Section <c>Users</c>.</summary>
internal sealed class UsersOptions : IValidatableObject
{
    public const string Section = "Users";

    /// <summary>The first operator, made at start unless there is one of that name. Leave it out to have none.</summary>
    public FirstOperatorOptions? Operator { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Operator is not { } configured)
        {
            return [];
        }

        var account = new RegisterAccount(configured.UserName!, configured.Email!, configured.Password!, configured.UserName!);
        return new RegisterAccount.Validator().Validate(account).Errors
            .Where(error => error.PropertyName != nameof(RegisterAccount.DisplayName))
            .Select(error => new ValidationResult($"Set {Section}:{nameof(Operator)}:{error.PropertyName} rightly: {error.ErrorMessage}"));
    }

    /// <summary>Section <c>Users:Operator</c>.</summary>
    internal sealed class FirstOperatorOptions
    {
        public string? UserName { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
