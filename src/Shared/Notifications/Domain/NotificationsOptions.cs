using System.ComponentModel.DataAnnotations;

namespace SystemDesign.Notifications.Domain;

/// <summary>Section <c>Notifications</c>.</summary>
internal sealed class NotificationsOptions : IValidatableObject
{
    public const string Section = "Notifications";

    public const int DefaultKeepDays = 90;

    /// <summary>Where users reach the application, such as <c>https://example.org</c>: what links in messages begin with. Wanted as soon as e-mail goes to others.</summary>
    public string? PublicBaseUrl { get; set; }

    /// <summary>How long notifications stay in the inbox, read or not; for so long a dedup key is not used again.</summary>
    [Range(1, 3_650, ErrorMessage = $"Set {Section}:{nameof(KeepDays)} to 1 to 3650.")]
    public int KeepDays { get; set; } = DefaultKeepDays;

    /// <summary>How long e-mail, SMS and push wait for somebody who is just looking into the app; what is urgent does not.</summary>
    [Range(0, 3_600, ErrorMessage = $"Set {Section}:{nameof(GraceSeconds)} to 0 to 3600.")]
    public int GraceSeconds { get; set; } = 10;

    /// <summary>How e-mail is sent.</summary>
    public MailOptions Mail { get; } = new();

    public TimeSpan Grace => TimeSpan.FromSeconds(GraceSeconds);

    /// <summary>Without a slash at its end.</summary>
    public string BaseUrl => (PublicBaseUrl ?? "http://localhost:8080").TrimEnd('/');

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Whoever reads e-mail in the folder is on this machine.
        var isWanted = PublicBaseUrl is not null || Mail.Servers.Count > 0;
        if (isWanted && !IsBase(PublicBaseUrl))
        {
            yield return new ValidationResult($"Set {Section}:{nameof(PublicBaseUrl)} to an http or https address such as https://example.org.");
        }

        foreach (var failure in Mail.Validate($"{Section}:{nameof(Mail)}"))
        {
            yield return failure;
        }
    }

    private static bool IsBase(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address is { Query: "", Fragment: "" };
}
