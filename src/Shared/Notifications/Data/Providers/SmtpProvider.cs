using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Deliveries;

namespace SystemDesign.Notifications.Data.Providers;

/// <summary>
/// A server that takes e-mail by SMTP, through the framework's client: a connection for each message, and a thread. An e-mail is the server's
/// when it has answered the end of the data with 250 (RFC 5321, section 6.1).
/// </summary>
internal sealed class SmtpProvider(MailServerOptions server, MailAddress from, TimeProvider clock) : IProvider
{
    /// <summary>What the server says of us, and not of the message (RFC 4954, section 6): our password is wrong, or encryption is missing.</summary>
    private const int FirstOfAuthentication = 530;
    private const int LastOfAuthentication = 538;

    public Channel Channel => Channel.Email;

    public string Name => $"smtp:{server.Host}:{server.Port}";

    public async Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(server.TimeoutSeconds), clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.StartTls, Timeout = int.MaxValue };
        if (server.UserName is not null)
        {
            client.Credentials = new NetworkCredential(server.UserName, server.Password);
        }

        using var mail = MailMessages.Of(message, from);
        try
        {
            // That breaks the connection off, wherever the client is: its own timeout would be by another clock than ours.
            await using var breaksOff = end.Token.Register(client.Dispose);
            await SendAsync(client, mail);
            return ProviderAnswer.Taken;
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ProviderAnswer.Unknown($"No answer within {server.TimeoutSeconds} s.");
        }
        catch (SmtpException exception)
        {
            return Read(exception);
        }
    }

    /// <summary>
    /// On a thread of its own: also what the client calls asynchronous blocks until the end of a message is answered, and a slow server would
    /// keep the pool's threads from everybody.
    /// </summary>
    private static Task SendAsync(SmtpClient client, MailMessage mail) =>
        Task.Factory.StartNew(() => client.Send(mail), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static ProviderAnswer Read(SmtpException exception) => (int)exception.StatusCode switch
    {
        >= FirstOfAuthentication and <= LastOfAuthentication => ProviderAnswer.NotTaken(exception.Message),
        >= 500 and < 600 => ProviderAnswer.Refused(exception.Message),
        >= 400 and < 500 => ProviderAnswer.NotTaken(exception.Message, isOfAddress: exception is SmtpFailedRecipientException),

        // Nobody was there to take it. Any other end of a connection may have come after the message.
        _ when exception.InnerException is SocketException { SocketErrorCode: not SocketError.ConnectionReset } nobody => ProviderAnswer.NotTaken(nobody.Message),
        _ => ProviderAnswer.Unknown(exception.InnerException?.Message ?? exception.Message),
    };
}
