using System.Diagnostics.Metrics;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>What comes in, what becomes of it, and what had to be swept.</summary>
internal sealed class MediaMetrics
{
    private readonly Counter<long> received;
    private readonly Counter<long> uploads;
    private readonly Counter<long> swept;

    public MediaMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(typeof(MediaMetrics).Assembly.GetName().Name!);
        received = meter.CreateCounter<long>("systemdesign.media.received", "By", "Bytes of uploads that were taken in.");
        uploads = meter.CreateCounter<long>("systemdesign.media.uploads", "{upload}", "Uploads that ended, by outcome.");
        swept = meter.CreateCounter<long>("systemdesign.media.swept", "{item}", "What nobody needed any more and the sweep removed, by kind.");
    }

    public void Received(long bytes) => received.Add(bytes);

    /// <param name="outcome"><c>file</c>, <c>refused</c> or <c>ended</c>.</param>
    public void Ended(string outcome) => uploads.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Swept(string kind, int count) => swept.Add(count, new KeyValuePair<string, object?>("kind", kind));
}
