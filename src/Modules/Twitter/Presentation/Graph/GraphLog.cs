using Microsoft.Extensions.Logging;

namespace SystemDesign.Twitter.Presentation.Graph;

internal sealed partial class GraphLog(ILogger<GraphLog> logger)
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Field {Path} failed")]
    public partial void Failed(Exception exception, string path);
}
