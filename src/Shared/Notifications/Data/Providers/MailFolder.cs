using System.Net.Mail;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Deliveries;

namespace SystemDesign.Notifications.Data.Providers;

/// <summary>
/// Writes e-mail to a folder, where mail programs can open it, instead of sending it: <c>{delivery}.eml</c>. One that comes again takes the place of the first.
/// </summary>
internal sealed class MailFolder(string path, MailAddress from) : IProvider
{
    public Channel Channel => Channel.Email;

    public string Name => "folder";

    public async Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        // The client chooses the name of the file itself: so it is alone in its folder, and then moved.
        var draft = Directory.CreateDirectory(Path.Combine(path, $".{message.DeliveryId:N}"));
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft.FullName };
            using var mail = MailMessages.Of(message, from);
            await client.SendMailAsync(mail, cancellationToken);
            File.Move(draft.GetFiles("*.eml").Single().FullName, Path.Combine(path, $"{message.DeliveryId:N}.eml"), overwrite: true);
            return ProviderAnswer.Taken;
        }
        finally
        {
            draft.Delete(recursive: true);
        }
    }
}
