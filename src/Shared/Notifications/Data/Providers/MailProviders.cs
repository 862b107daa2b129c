using System.Net.Mail;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Notifications.Data.Providers;

internal static class MailProviders
{
    /// <returns>The servers that are configured, in their order; the folder if there are none.</returns>
    public static IEnumerable<IProvider> Of(MailOptions options, IDataFolder folder, TimeProvider clock)
    {
        var from = new MailAddress(options.From);
        return options.Servers.Count == 0
            ? [new MailFolder(folder.File("mail"), from)]
            : options.Servers.Select(server => new SmtpProvider(server, from, clock));
    }
}
