using SystemDesign.Kernel.Errors;

namespace SystemDesign.Notifications.Domain.Contacts;

internal static class ContactProblems
{
    public static TooManyException TooManyCodes(TimeSpan wait) => new(
        "notifications.too-many-codes", $"At most {ConfirmationCode.MaximumPerPeriod} codes are sent in 24 hours.", wait);

    /// <summary>One answer for all of them: which it is would help who guesses.</summary>
    public static InvalidException CodeWrong() => new(
        "notifications.code-wrong", "This code is wrong, or too old, or was tried too often; a new one can be sent.", "code");

    public static ConflictException TooManyDevices() =>
        new("notifications.too-many-devices", $"At most {Contact.MaximumDevices} devices: remove one first.", "token");

    public static NotFoundException DeviceNotFound() => new("notifications.device-not-found", "There is no such device, or it is not yours.");
}
