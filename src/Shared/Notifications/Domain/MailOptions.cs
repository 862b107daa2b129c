using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace SystemDesign.Notifications.Domain;

/// <summary>Section <c>Notifications:Mail</c>.</summary>
internal sealed class MailOptions
{
    /// <summary>All of them, one after the other, fit into the time that an instance has for an attempt.</summary>
    public const int MaximumServers = 4;

    /// <summary>The sender of all e-mail, such as <c>Example &lt;noreply@example.org&gt;</c>.</summary>
    public string From { get; set; } = "System Design <noreply@localhost>";

    /// <summary>In the order in which they are tried. None: e-mail is written to the folder <c>mail</c> of the application's files.</summary>
    public IList<MailServerOptions> Servers { get; } = [];

    public IEnumerable<ValidationResult> Validate(string path)
    {
        if (!MailAddress.TryCreate(From, out _))
        {
            yield return new ValidationResult($"Set {path}:{nameof(From)} to an address such as Example <noreply@example.org>.");
        }

        if (Servers.Count > MaximumServers)
        {
            yield return new ValidationResult($"Set {path}:{nameof(Servers)} to {MaximumServers} servers at most.");
        }

        foreach (var failure in Servers.SelectMany((server, number) => server.Validate($"{path}:{nameof(Servers)}:{number}")))
        {
            yield return failure;
        }
    }
}
