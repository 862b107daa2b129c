using System.Diagnostics;
using Microsoft.Extensions.Logging;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Media.Data.Edge;

/// <summary>The store behind the edge. What goes wrong with it is an answer, which all who wait for it get.</summary>
internal sealed partial class Origin(IObjectStore store, Tiers tiers, EdgeCounters counters, ILogger<Origin> logger)
{
    private static readonly ActivitySource Spans = new(typeof(Origin).Assembly.GetName().Name!);

    public async Task<MediaPart> ReadAsync(DeliveredObject media, long offset, int bytes)
    {
        using var span = Spans.StartActivity("ReadOrigin");
        try
        {
            // Whoever asked first may leave; the others, and the edge, want it all the same.
            await using var stream = await store.OpenAsync(media.Name, offset, bytes, CancellationToken.None);
            if (stream is null)
            {
                return new(await tiers.FindOutAsync(media.Name));
            }

            var part = new byte[bytes];
            await stream.ReadExactlyAsync(part);
            counters.CountOrigin(bytes);
            return new(MediaPartOutcome.Read, part);
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.Message);
            LogFailure(exception, media.Name);
            return new(MediaPartOutcome.Failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The object {Name} could not be read from the store")]
    private partial void LogFailure(Exception exception, string name);
}
