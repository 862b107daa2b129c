using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SystemDesign.Platform.Storage;

/// <summary>
/// A span and a duration for everything that is asked of the store, without the names of objects. Spans only within a trace: what
/// sweeps in the background would begin one with every look.
/// </summary>
internal sealed class StorageTelemetry(IMeterFactory meters, IStorage storage)
{
    public const string Name = "SystemDesign.Storage";

    private static readonly ActivitySource Source = new(Name);

    private readonly Histogram<double> duration = meters.Create(Name).CreateHistogram<double>(
        "systemdesign.storage.operation.duration", "s", "Time from asking to the answer; of a read, to its first bytes.");

    private readonly Counter<long> written = meters.Create(Name).CreateCounter<long>(
        "systemdesign.storage.written", "By", "Bytes of objects that were put.");

    private readonly Counter<long> read = meters.Create(Name).CreateCounter<long>(
        "systemdesign.storage.read", "By", "Bytes of objects that were asked for.");

    public void Written(long bytes) => written.Add(bytes, new KeyValuePair<string, object?>("storage.system", storage.System));

    public void Read(long bytes) => read.Add(bytes, new KeyValuePair<string, object?>("storage.system", storage.System));

    public async Task<TAnswer> ObserveAsync<TAnswer>(string operation, Func<Task<TAnswer>> work)
    {
        using var span = Activity.Current is null ? null : Source.StartActivity($"storage {operation}", ActivityKind.Client);
        var started = Stopwatch.GetTimestamp();
        var tags = new TagList { { "storage.system", storage.System }, { "storage.operation", operation } };
        try
        {
            return await work();
        }
        catch (Exception exception)
        {
            tags.Add("error.type", exception.GetType().FullName);
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
            foreach (var (name, value) in tags)
            {
                span?.SetTag(name, value);
            }
        }
    }
}
