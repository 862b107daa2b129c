using System.Globalization;
using System.Text;
using FluentValidation;

namespace SystemDesign.Users.Domain.Accounts;

/// <summary>What an account's values may be, wherever they are given.</summary>
internal static class AccountRules
{
    public const string UserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    public const int MaximumUserNameLength = 30;

    /// <summary>The longest address that SMTP can carry (RFC 5321, section 4.5.3.1.3, less the brackets).</summary>
    public const int MaximumEmailLength = 254;

    public const int MaximumDisplayNameLength = 50;

    /// <summary>Length is what makes a password hard to guess; classes of characters are not asked for (NIST SP 800-63B).</summary>
    public const int MinimumPasswordLength = 8;

    public const int MaximumPasswordLength = 128;

    public static IRuleBuilderOptions<T, string> UserName<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .Matches("^[A-Za-z0-9_]{3,30}$").WithMessage("A user name is 3 to 30 letters (a to z), digits or underscores.");

    /// <summary>
    /// Addresses are compared without case: by Unicode's simple mapping to capitals, the same in every culture, after normalization
    /// (NFC). So <c>ı</c> is no <c>i</c>, as in no language but Turkish, and <c>ß</c> no <c>ss</c>. What does not show, spaces
    /// around an address included, would make two addresses of what looks like one.
    /// </summary>
    public static IRuleBuilderOptions<T, string> Email<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .MaximumLength(MaximumEmailLength)
        .EmailAddress()
        .Must(email => email.EnumerateRunes().All(Shows)).WithMessage("An e-mail address has no spaces, and nothing that does not show.")
        .Must(email => email.Normalize().Length <= MaximumEmailLength).WithMessage($"An e-mail address has at most {MaximumEmailLength} characters.");

    public static IRuleBuilderOptions<T, string> DisplayName<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .MaximumLength(MaximumDisplayNameLength)
        .Must(name => name is null || !name.Any(char.IsControl)).WithMessage("A display name has no control characters.");

    public static IRuleBuilderOptions<T, string> NewPassword<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .Length(MinimumPasswordLength, MaximumPasswordLength);

    private static bool Shows(Rune character) =>
        !Rune.IsWhiteSpace(character) && Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
