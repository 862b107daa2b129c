using Microsoft.Extensions.Logging;

namespace SystemDesign.Platform.Realtime;

internal sealed partial class RealtimeLog(ILogger<RealtimeLog> logger)
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "A connection to {Channel} is lost")]
    public partial void Lost(Exception exception, string channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Past frames of {Channel} cannot be read; they are asked for again within seconds")]
    public partial void Unread(Exception exception, string channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "A frame of type {Type} from a client of {Channel} failed")]
    public partial void Failed(Exception exception, string type, string channel);
}
