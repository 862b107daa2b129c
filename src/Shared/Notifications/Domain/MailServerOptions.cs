using System.ComponentModel.DataAnnotations;

namespace SystemDesign.Notifications.Domain;

/// <summary>Section <c>Notifications:Mail:Servers:{n}</c>: a server that takes e-mail by SMTP (RFC 5321).</summary>
internal sealed class MailServerOptions
{
    public string Host { get; set; } = string.Empty;

    /// <summary>587 is for submission (RFC 6409).</summary>
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be encrypted by STARTTLS (RFC 3207) before anything is said.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>With the password, or neither.</summary>
    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>How long one e-mail may take.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    public IEnumerable<ValidationResult> Validate(string path)
    {
        if (Uri.CheckHostName(Host) is UriHostNameType.Unknown)
        {
            yield return new ValidationResult($"Set {path}:{nameof(Host)} to a host name or address such as smtp.example.org.");
        }

        if (Port is < 1 or > 65_535)
        {
            yield return new ValidationResult($"Set {path}:{nameof(Port)} to 1 to 65535.");
        }

        if (TimeoutSeconds is < 1 or > 30)
        {
            yield return new ValidationResult($"Set {path}:{nameof(TimeoutSeconds)} to 1 to 30.");
        }

        if (UserName is null != Password is null)
        {
            yield return new ValidationResult($"Set both {path}:{nameof(UserName)} and {path}:{nameof(Password)}, or neither.");
        }
    }
}
