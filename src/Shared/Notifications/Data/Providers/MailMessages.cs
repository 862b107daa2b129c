using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using SystemDesign.Notifications.Domain.Deliveries;

namespace SystemDesign.Notifications.Data.Providers;

/// <summary>Messages as e-mail (RFC 5322): as text and as a page.</summary>
internal static class MailMessages
{
    /// <summary>The caller disposes it.</summary>
    public static MailMessage Of(OutgoingMessage message, MailAddress from)
    {
        var mail = new MailMessage(from, new MailAddress(message.Address))
        {
            Subject = message.Title,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,

            // No line of it can be taken for the end of the message, or be too long.
            BodyTransferEncoding = TransferEncoding.Base64,
        };

        // The same at each attempt: who gets it twice, because a connection broke before the answer, can tell.
        mail.Headers.Add("Message-ID", $"<{message.DeliveryId:N}@{from.Host}>");
        mail.Headers.Add("Date", message.WrittenAt.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));

        // RFC 3834: no answers by machines.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.UnsubscribeUrl is { } unsubscribe)
        {
            // RFC 8058: a mail program may offer it as a button of its own.
            mail.Headers.Add("List-Unsubscribe", $"<{unsubscribe}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        if (message.Html is { } html)
        {
            mail.AlternateViews.Add(PageOf(html));
        }

        return mail;
    }

    private static AlternateView PageOf(string html)
    {
        var page = AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html);
        page.TransferEncoding = TransferEncoding.Base64;
        return page;
    }
}
