using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>What one application measures with one instrument, and no other application in this process.</summary>
internal sealed class MetricsOf : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, object?>> measurements = new();

    public MetricsOf(App app, string instrument)
    {
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (published, subscriber) =>
        {
            if (published.Name == instrument && published.Meter.Scope == meters)
            {
                subscriber.EnableMeasurementEvents(published);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Add(tags));
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Add(tags));
        listener.Start();
    }

    public int Count(Func<IReadOnlyDictionary<string, object?>, bool> isMeant) => measurements.Count(isMeant);

    public void Dispose() => listener.Dispose();

    private void Add(ReadOnlySpan<KeyValuePair<string, object?>> tags) => measurements.Enqueue(new Dictionary<string, object?>(tags.ToArray()));
}
