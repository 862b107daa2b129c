using Microsoft.Extensions.Logging;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Deliveries;

namespace SystemDesign.Notifications.Data.Providers;

/// <summary>
/// Writes messages to the log instead of sending them, text and all, so that one who tries the application out sees them. Whoever has a
/// contract with somebody who sends SMS, or with a push service, puts an <see cref="IProvider"/> in its place.
/// </summary>
internal sealed partial class LoggedMessages(Channel channel, ILogger<LoggedMessages> logger) : IProvider
{
    public Channel Channel => channel;

    public string Name => channel is Channel.Sms ? "log:sms" : "log:push";

    public Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        LogMessage(Name, message.DeliveryId, message.Title, message.Text);
        return Task.FromResult(ProviderAnswer.Taken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Provider} {Delivery}: {Title} | {Text}")]
    private partial void LogMessage(string provider, Guid delivery, string title, string text);
}
