using System.Net.Mail;
using System.Text.RegularExpressions;
using FluentValidation;

namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>What an address may be.</summary>
internal static partial class ContactRules
{
    /// <summary>In ASCII, as every server takes it: a domain of other letters is written as <c>xn--</c>.</summary>
    public static IRuleBuilderOptions<T, string> Email<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .MaximumLength(Contact.MaximumAddressLength)
        .Must(IsEmail).WithMessage("An e-mail address is like ada@example.org: no name, no spaces, nothing but ASCII.");

    public static IRuleBuilderOptions<T, string> Phone<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .Must(number => E164().IsMatch(number)).WithMessage("A phone number is like +4915112345678 (E.164): a plus sign and 7 to 15 digits, the country's first.");

    public static IRuleBuilderOptions<T, string> DeviceToken<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .Length(16, Contact.MaximumTokenLength)
        .Must(token => Token().IsMatch(token)).WithMessage("A device's token has no spaces, and nothing but ASCII.");

    public static IRuleBuilderOptions<T, string?> DeviceName<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(Contact.MaximumNameLength)
        .Must(name => name is null || !name.Any(char.IsControl)).WithMessage("A device's name has no control characters.");

    public static IRuleBuilderOptions<T, string> Code<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .Must(code => code.Length == ConfirmationCode.Length && code.All(char.IsAsciiDigit)).WithMessage($"A code is {ConfirmationCode.Length} digits.");

    private static bool IsEmail(string text) => Printable().IsMatch(text) && MailAddress.TryCreate(text, out var address) && address.Address == text;

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();

    [GeneratedRegex(@"^[!-~]+\z")]
    private static partial Regex Token();

    [GeneratedRegex(@"^[!-~]+@[!-~]+\z")]
    private static partial Regex Printable();
}
